// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Tile operations: copies, matrix products and element-wise loops on buffers of a block. */
module dev.azulejo.dialect.tile {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.dialect.barrier;
  requires transitive dev.azulejo.ir;
  requires transitive dev.azulejo.ir.layout;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.dialect.tile;
}
