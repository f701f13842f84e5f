// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;

/** Indices as operands. */
final class Indices {
  private Indices() {}

  /** The value of an index; a constant is made in front of the operation that uses it. */
  static Value value(Operation user, Offset index) {
    return switch (index) {
      case Offset.Constant constant -> ConstantOp.index(Inserter.before(user), constant.value());
      case Offset.Dynamic dynamic -> dynamic.value();
    };
  }
}
