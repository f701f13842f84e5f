// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Jumps between blocks. */
module dev.azulejo.dialect.cf {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.arith;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.cf;
}
