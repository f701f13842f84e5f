// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** From what a thread does to instructions of PTX. */
module dev.azulejo.pass.ptx {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.func;
  requires dev.azulejo.dialect.gpu;
  requires dev.azulejo.dialect.math;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.dialect.vector;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;

  exports dev.azulejo.pass.ptx;
}
