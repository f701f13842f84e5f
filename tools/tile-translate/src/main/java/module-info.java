// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Translates programs to what GPUs read. */
module dev.azulejo.tools.translate {
  requires static org.jspecify;
  requires dev.azulejo.catalog;
  requires dev.azulejo.cuda.codegen;
  requires dev.azulejo.ir;
  requires dev.azulejo.tools.program;
  requires info.picocli;
  requires transitive dev.azulejo.tool;

  exports dev.azulejo.tools.translate;

  provides dev.azulejo.tool.Tool with
      dev.azulejo.tools.translate.TileTranslate;
}
