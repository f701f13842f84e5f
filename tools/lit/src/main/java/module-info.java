// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Runs the tests that live in text files, the tools in its own process. */
module dev.azulejo.lit {
  requires transitive dev.azulejo.tool;
  requires dev.azulejo.filecheck;
  requires info.picocli;
  requires static transitive org.jspecify;

  exports dev.azulejo.lit;
  exports dev.azulejo.lit.script;
  exports dev.azulejo.lit.shell;

  uses dev.azulejo.tool.Tool;
}
