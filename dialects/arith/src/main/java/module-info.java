// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Arithmetic on integers and floating-point numbers, and on vectors and tensors of them. */
module dev.azulejo.dialect.arith {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.arith;
}
