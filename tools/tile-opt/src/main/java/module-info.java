// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Reads IR, runs passes, prints IR. */
module dev.azulejo.tools.opt {
  requires static org.jspecify;
  requires dev.azulejo.catalog;
  requires dev.azulejo.pass.verify;
  requires dev.azulejo.tools.execution;
  requires dev.azulejo.tools.program;
  requires info.picocli;
  requires transitive dev.azulejo.tool;

  exports dev.azulejo.tools.opt;

  provides dev.azulejo.tool.Tool with
      dev.azulejo.tools.opt.TileOpt;
}
