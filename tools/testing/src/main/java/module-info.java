// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** What tests share: conditions for what a machine may lack. */
module dev.azulejo.testing {
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;

  exports dev.azulejo.testing;
}
