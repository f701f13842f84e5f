// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Buffers in memory: allocation, loads and stores, copies and views. */
module dev.azulejo.dialect.memref {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.arith;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.memref;
  exports dev.azulejo.dialect.memref.constraint;
}
