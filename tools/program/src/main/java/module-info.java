// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** What every tool that works on programs does alike. */
module dev.azulejo.tools.program {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.ir;
  requires transitive dev.azulejo.tool;

  exports dev.azulejo.tools.program;
}
