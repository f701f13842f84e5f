// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** What every tool that runs functions of programs does alike. */
module dev.azulejo.tools.execution {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.dialect.ptx;
  requires transitive dev.azulejo.dialect.func;
  requires transitive dev.azulejo.ir;
  requires transitive dev.azulejo.simulator;
  requires transitive dev.azulejo.tool;
  requires transitive dev.azulejo.tools.program;

  exports dev.azulejo.tools.execution;
}
