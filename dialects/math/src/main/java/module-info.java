// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** Mathematical functions of numbers, and of vectors and tensors of them. */
module dev.azulejo.dialect.math {
  requires static transitive org.jspecify;
  requires transitive dev.azulejo.dialect.arith;
  requires transitive dev.azulejo.ir;

  exports dev.azulejo.dialect.math;
}
