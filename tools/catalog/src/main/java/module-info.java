// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** The one Dagger component that lists what we ship. */
module dev.azulejo.catalog {
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.cf;
  requires dev.azulejo.dialect.func;
  requires dev.azulejo.dialect.gpu;
  requires dev.azulejo.dialect.math;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.dialect.vector;
  requires dev.azulejo.pass.cleanup;
  requires dev.azulejo.pass.layout;
  requires dev.azulejo.pass.loop;
  requires dev.azulejo.pass.lowering;
  requires dev.azulejo.pass.memory;
  requires dev.azulejo.pass.pipeline;
  requires dev.azulejo.pass.ptx;
  requires dev.azulejo.pass.specialize;
  requires dev.azulejo.pass.verify;
  requires jakarta.inject;
  requires static javax.inject;
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.catalog;
}
