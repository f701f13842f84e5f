// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Executes every rung of the ladder on a CPU. */
module dev.azulejo.simulator {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.barrier;
  requires dev.azulejo.dialect.cf;
  requires transitive dev.azulejo.dialect.func;
  requires dev.azulejo.dialect.gpu;
  requires dev.azulejo.dialect.math;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires transitive dev.azulejo.dialect.ptx;
  requires dev.azulejo.dialect.scf;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.dialect.vector;

  exports dev.azulejo.simulator;
  exports dev.azulejo.simulator.data;
  exports dev.azulejo.simulator.memory;
}
