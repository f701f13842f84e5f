// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Passes over loops: what is computed in every iteration, and need not be. */
module dev.azulejo.pass.loop {
  requires dagger;
  requires static org.jspecify;
  requires dev.azulejo.dialect.arith;
  requires dev.azulejo.dialect.scf;
  requires transitive dev.azulejo.ir;
  requires jakarta.inject;
  requires static javax.inject;

  exports dev.azulejo.pass.loop;
}
