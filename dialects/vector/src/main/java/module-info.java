// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Vectors: moving them to and from memory, and putting them together from parts. */
module dev.azulejo.dialect.vector {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.dialect.arith;
  requires transitive dev.azulejo.dialect.memref;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.vector;
  exports dev.azulejo.dialect.vector.constraint;
}
