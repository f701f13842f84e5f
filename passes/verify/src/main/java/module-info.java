// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** What is checked without running: that kernels neither hang nor race. */
module dev.azulejo.pass.verify {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;

  exports dev.azulejo.pass.verify;
  exports dev.azulejo.pass.verify.model;
  exports dev.azulejo.pass.verify.schedule;
}
