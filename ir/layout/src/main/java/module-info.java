// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/**
 * Layout algebra: where the elements of a tile live. Pure arithmetic; it knows no operations, no
 * types and no targets beyond the numbers of their banks.
 */
module dev.azulejo.ir.layout {
  requires static transitive org.jspecify;
  requires transitive org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.ir.layout;
  exports dev.azulejo.ir.layout.expr;
  exports dev.azulejo.ir.layout.matrix;
  exports dev.azulejo.ir.layout.shared;
  exports dev.azulejo.ir.layout.text;
}
