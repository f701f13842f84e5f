// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Functions, calls and returns. */
module dev.azulejo.dialect.func {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.func;
}
