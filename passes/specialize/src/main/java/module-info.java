// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Roles of warps in tile programs, and how they wait for each other. */
module dev.azulejo.pass.specialize {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.pass.layout;
  requires dev.azulejo.pass.pipeline;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;

  exports dev.azulejo.pass.specialize;
}
