// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Runs functions of programs on data. */
module dev.azulejo.tools.run {
  requires static org.jspecify;
  requires dev.azulejo.catalog;
  requires dev.azulejo.cuda.codegen;
  requires dev.azulejo.cuda.runtime;
  requires dev.azulejo.dialect.func;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.ir;
  requires dev.azulejo.simulator;
  requires dev.azulejo.tools.execution;
  requires dev.azulejo.tools.program;
  requires info.picocli;
  requires transitive dev.azulejo.tool;

  exports dev.azulejo.tools.run;

  provides dev.azulejo.tool.Tool with
      dev.azulejo.tools.run.TileRun;
}
