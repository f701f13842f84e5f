// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRSIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The arithmetic of whole numbers: of any width up to 64 bits, kept with their signs. */
final class WholeNumbers {
  private static final int WIDEST = 64;

  private WholeNumbers() {}

  /** What an operation makes of its operands, or null where that is no whole number. */
  static Term.@Nullable Rule rule(Operation op) {
    if (op.resultCount() != 1 || op.operandCount() == 0) {
      return null;
    }
    int to = width(op.result(0).type());
    int from = width(op.operand(0).type());
    if (to == 0 || from == 0) {
      return null;
    }
    Term.Rule raw = raw(op, from);
    return raw == null ? null : values -> signed(raw.apply(values), to);
  }

  private static Term.@Nullable Rule raw(Operation op, int width) {
    LongBinaryOperator binary = binary(op, width);
    if (binary != null) {
      return v -> binary.applyAsLong(v[0], v[1]);
    }
    return switch (op) {
      case SelectOp _ -> v -> v[0] != 0 ? v[1] : v[2];
      case ExtUIOp _, IndexCastUIOp _ -> v -> unsigned(v[0], width);
      // One bit is kept as 0 or 1, and as a number with a sign it is 0 or -1.
      case ExtSIOp _, IndexCastOp _ -> v -> width == 1 ? -v[0] : v[0];
      case TruncIOp _ -> v -> v[0];
      case SlotOp slot -> {
        long depth = slot.depth().longValue();
        yield v -> Math.floorMod(v[0], depth);
      }
      case ParityOp parity -> {
        long depth = parity.depth().longValue();
        boolean flipped = parity.flipped();
        yield v -> (Math.floorDiv(v[0], depth) & 1) == 1 ^ flipped ? 1 : 0;
      }
      default -> null;
    };
  }

  private static @Nullable LongBinaryOperator binary(Operation op, int width) {
    return switch (op) {
      case AddIOp _ -> Long::sum;
      case SubIOp _ -> (a, b) -> a - b;
      case MulIOp _ -> (a, b) -> a * b;
      case AndIOp _ -> (a, b) -> a & b;
      case OrIOp _ -> (a, b) -> a | b;
      case XOrIOp _ -> (a, b) -> a ^ b;
      case ShLIOp _ -> (a, b) -> b < 0 || b >= WIDEST ? 0 : a << b;
      case ShRSIOp _ -> (a, b) -> a >> Math.clamp(b, 0, WIDEST - 1);
      case ShRUIOp _ -> (a, b) -> b < 0 || b >= WIDEST ? 0 : unsigned(a, width) >>> b;
      case MinSIOp _ -> Math::min;
      case MaxSIOp _ -> Math::max;
      case MinUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b;
      case MaxUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) < 0 ? b : a;
      case CmpIOp compare -> comparison(compare);
      default -> division(op, width);
    };
  }

  private static LongBinaryOperator comparison(CmpIOp op) {
    var asked = op.comparison();
    return (a, b) -> {
      int order = asked.isUnsigned() ? Long.compareUnsigned(a, b) : Long.compare(a, b);
      return asked.holds(order) ? 1 : 0;
    };
  }

  private static @Nullable LongBinaryOperator division(Operation op, int width) {
    LongBinaryOperator rule =
        switch (op) {
          case DivUIOp _ -> (a, b) -> Long.divideUnsigned(unsigned(a, width), unsigned(b, width));
          case RemUIOp _ ->
              (a, b) -> Long.remainderUnsigned(unsigned(a, width), unsigned(b, width));
          case DivSIOp _ -> (a, b) -> a / b;
          case RemSIOp _ -> (a, b) -> a % b;
          case FloorDivSIOp _ -> Math::floorDiv;
          case CeilDivSIOp _ -> Math::ceilDiv;
          case CeilDivUIOp _ ->
              (a, b) ->
                  a == 0 ? 0 : Long.divideUnsigned(unsigned(a, width) - 1, unsigned(b, width)) + 1;
          default -> null;
        };
    // What a division by zero gives nobody may use.
    return rule == null ? null : (a, b) -> b == 0 ? 0 : rule.applyAsLong(a, b);
  }

  /** How many bits a number of a type has; 0 where it is none. */
  static int width(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.width() <= WIDEST ? integer.width() : 0;
    }
    return type.equals(dev.azulejo.ir.builtin.IndexType.INSTANCE) ? WIDEST : 0;
  }

  static long signed(long value, int width) {
    if (width == 1) {
      return value & 1;
    }
    int shift = WIDEST - width;
    return value << shift >> shift;
  }

  private static long unsigned(long value, int width) {
    int shift = WIDEST - width;
    return value << shift >>> shift;
  }
}
