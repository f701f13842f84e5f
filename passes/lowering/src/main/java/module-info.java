// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Lowering of tile operations to what one thread does. */
module dev.azulejo.pass.lowering {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.gpu;
  requires dev.azulejo.dialect.math;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.dialect.vector;
  requires dev.azulejo.ir.layout;
  requires dev.azulejo.pass.layout;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.azulejo.pass.lowering;
}
