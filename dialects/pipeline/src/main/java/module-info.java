// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Pipelined loops, and the groups of asynchronous copies that they wait for. */
module dev.azulejo.dialect.pipeline {
  requires static transitive org.jspecify;
  requires dev.azulejo.dialect.tile;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.pipeline;
}
