// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** How a command line is called in another one's process. */
module dev.azulejo.tool {
  requires static transitive org.jspecify;

  exports dev.azulejo.tool;
}
