// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRSIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.ir.Operation;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of whole numbers, thread by thread. Numbers are those of indices: wide enough for
 * all that is computed.
 */
final class IntegerRules {
  private IntegerRules() {}

  /** What an operation makes of two numbers, or null where it is none of these. */
  static @Nullable LongBinaryOperator of(@Nullable Operation op) {
    return switch (op) {
      case AndIOp _ -> (a, b) -> a & b;
      case OrIOp _ -> (a, b) -> a | b;
      case XOrIOp _ -> (a, b) -> a ^ b;
      case MulIOp _ -> (a, b) -> a * b;
      case ShLIOp _ -> (a, b) -> a << b;
      case ShRUIOp _ -> (a, b) -> a >>> b;
      case ShRSIOp _ -> (a, b) -> a >> b;
      case MinSIOp _ -> Math::min;
      case MaxSIOp _ -> Math::max;
      case MinUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b;
      case MaxUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) < 0 ? b : a;
      case null, default -> division(op);
    };
  }

  private static @Nullable LongBinaryOperator division(@Nullable Operation op) {
    LongBinaryOperator rule =
        switch (op) {
          case DivUIOp _ -> Long::divideUnsigned;
          case RemUIOp _ -> Long::remainderUnsigned;
          case DivSIOp _ -> (a, b) -> a / b;
          case RemSIOp _ -> (a, b) -> a % b;
          case FloorDivSIOp _ -> Math::floorDiv;
          case CeilDivSIOp _ -> Math::ceilDiv;
          case CeilDivUIOp _ -> (a, b) -> a == 0 ? 0 : Long.divideUnsigned(a - 1, b) + 1;
          case null, default -> null;
        };
    // What a division by zero gives nobody may use.
    return rule == null ? null : (a, b) -> b == 0 ? 0 : rule.applyAsLong(a, b);
  }

  /** What a number is multiplied by; null unless an operation does that by a known one. */
  static @Nullable Long factor(Operation op, ThreadValue by) {
    Long number = by.single();
    if (number == null) {
      return null;
    }
    return switch (op) {
      case MulIOp _ -> number;
      case ShLIOp _ -> number >= 0 && number < Long.SIZE - 1 ? (Long) (1L << number) : null;
      default -> null;
    };
  }

  /** What the rest of a division by is; null unless an operation gives one of a known number. */
  static @Nullable Long modulus(Operation op, ThreadValue by) {
    Long number = by.single();
    if (number == null) {
      return null;
    }
    return switch (op) {
      case RemUIOp _ -> number > 0 ? number : null;
      case AndIOp _ ->
          number > 0 && number < Long.MAX_VALUE && Long.bitCount(number + 1) == 1
              ? (Long) (number + 1)
              : null;
      default -> null;
    };
  }
}
