// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Makes PTX of programs on the lowest rung; knows dialects and no drivers. */
module dev.azulejo.cuda.codegen {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.ir;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.cuda.codegen;
}
