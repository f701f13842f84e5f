// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;

/** How many bits elements have. */
final class DenseBits {
  private DenseBits() {}

  /** How many bits an element has; an index counts as 64. */
  static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      case IndexType _ -> Long.SIZE;
      default -> 0;
    };
  }
}
