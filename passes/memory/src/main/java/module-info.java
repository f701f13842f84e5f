// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Passes around memory: where accesses go, and which threads wait for which. */
module dev.azulejo.pass.memory {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.gpu;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.dialect.vector;
  requires dev.azulejo.ir.layout;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires org.eclipse.collections.impl;
  requires static javax.inject;

  exports dev.azulejo.pass.memory;
}
