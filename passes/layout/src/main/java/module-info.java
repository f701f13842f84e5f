// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Inference of layouts for the buffers and loops of tile programs. */
module dev.azulejo.pass.layout {
  requires static transitive org.jspecify;
  requires dagger;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.memref;
  requires dev.azulejo.dialect.pipeline;
  requires dev.azulejo.dialect.tile;
  requires dev.azulejo.ir.layout;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;

  exports dev.azulejo.pass.layout;
}
