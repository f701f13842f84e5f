// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

/** FileCheck for the JVM: matches a text against the checks in a test file. */
module dev.azulejo.filecheck {
  requires static org.jspecify;

  exports dev.azulejo.filecheck;
}
