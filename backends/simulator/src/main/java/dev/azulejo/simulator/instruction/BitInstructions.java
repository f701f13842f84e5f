// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.dialect.ptx.AndOp;
import dev.azulejo.dialect.ptx.BfeOp;
import dev.azulejo.dialect.ptx.BfiOp;
import dev.azulejo.dialect.ptx.BitcastOp;
import dev.azulejo.dialect.ptx.BrevOp;
import dev.azulejo.dialect.ptx.ClzOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.CvtPackOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.dialect.ptx.Lop3Op;
import dev.azulejo.dialect.ptx.MadOp;
import dev.azulejo.dialect.ptx.MadWideOp;
import dev.azulejo.dialect.ptx.MovOp;
import dev.azulejo.dialect.ptx.MulHiOp;
import dev.azulejo.dialect.ptx.MulWideOp;
import dev.azulejo.dialect.ptx.NotOp;
import dev.azulejo.dialect.ptx.OrOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.PopcOp;
import dev.azulejo.dialect.ptx.PrmtOp;
import dev.azulejo.dialect.ptx.RemOp;
import dev.azulejo.dialect.ptx.SelpOp;
import dev.azulejo.dialect.ptx.ShfOp;
import dev.azulejo.dialect.ptx.ShlOp;
import dev.azulejo.dialect.ptx.ShrOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.dialect.ptx.XorOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The instructions that exist for whole numbers or for bits alone, and conversions. */
final class BitInstructions {
  private BitInstructions() {}

  static @Nullable Lanewise of(Operation op) {
    return switch (op) {
      case AndOp _ -> Lanewise.of((a, b) -> a & b);
      case OrOp _ -> Lanewise.of((a, b) -> a | b);
      case XorOp _ -> Lanewise.of((a, b) -> a ^ b);
      case NotOp not -> not(LaneBits.width(not.result().type()));
      case ShlOp _ -> Lanewise.of(WholeNumbers.shiftLeft(width(op)));
      case ShrOp shift -> Lanewise.of(WholeNumbers.shiftRight(width(op), shift.unsigned()));
      case BfeOp bits -> Lanewise.of(WholeNumbers.extract(width(op), bits.unsigned()));
      case BfiOp _ -> insert(width(op));
      case BrevOp _ -> unary(width(op), WholeNumbers::reverse);
      case ClzOp _ -> unary(width(op), WholeNumbers::leadingZeros);
      case PopcOp _ -> unary(width(op), (width, a) -> Long.bitCount(width.unsigned(a)));
      case Lop3Op logic -> logic(Math.toIntExact(logic.table().longValue()));
      case PrmtOp _ -> Lanewise.of(WholeNumbers::permute);
      case ShfOp shift -> funnel(shift);
      default -> product(op);
    };
  }

  private static @Nullable Lanewise product(Operation op) {
    return switch (op) {
      case MadOp _ -> multiplyAdd(width(op));
      case MadWideOp wide -> multiplyAddWide(width(op), wide.unsigned());
      case MulHiOp high -> Lanewise.of(WholeNumbers.multiplyHigh(width(op), high.unsigned()));
      case MulWideOp wide -> Lanewise.of(WholeNumbers.multiplyWide(width(op), wide.unsigned()));
      case RemOp rest -> Lanewise.of(WholeNumbers.remainder(width(op), rest.unsigned()));
      default -> move(op);
    };
  }

  private static @Nullable Lanewise move(Operation op) {
    return switch (op) {
      case MovOp _ -> Lanewise.of((LongUnaryOperator) a -> a);
      case SelpOp _ -> select();
      case BitcastOp cast -> hold(cast.result().type());
      case PackOp pack -> pack(pack);
      case CvtOp convert -> unary(Conversions.of(convert));
      case CvtPairOp convert -> binary(Conversions.of(convert));
      case CvtPackOp convert -> narrow(convert);
      default -> null;
    };
  }

  private static @Nullable Lanewise unary(@Nullable LongUnaryOperator function) {
    return function == null ? null : Lanewise.of(function);
  }

  private static @Nullable Lanewise binary(@Nullable LongBinaryOperator function) {
    return function == null ? null : Lanewise.of(function);
  }

  private interface OfWidth {
    long apply(Width width, long a);
  }

  private static Lanewise unary(Width width, OfWidth function) {
    return Lanewise.of((LongUnaryOperator) a -> function.apply(width, a));
  }

  private static Width width(Operation op) {
    return new Width(LaneBits.width(op.operand(0).type()));
  }

  private static Lanewise not(int bits) {
    var width = new Width(bits);
    return Lanewise.of((LongUnaryOperator) a -> width.signed(~a));
  }

  private static Lanewise insert(Width width) {
    return (operands, result) -> {
      for (int lane = 0; lane < result.length; lane++) {
        result[lane] =
            WholeNumbers.insert(
                width, operands[0][lane], operands[1][lane], operands[2][lane], operands[3][lane]);
      }
    };
  }

  private static Lanewise logic(int table) {
    return Lanewise.of((a, b, c) -> WholeNumbers.combine(table, a, b, c));
  }

  private static Lanewise funnel(ShfOp op) {
    boolean left = op.direction().value().equals("l");
    boolean wrap = op.mode().value().equals("wrap");
    return Lanewise.of(
        (low, high, distance) -> WholeNumbers.funnel(left, wrap, low, high, distance));
  }

  private static Lanewise multiplyAdd(Width width) {
    return Lanewise.of((a, b, c) -> width.signed(a * b + c));
  }

  private static Lanewise multiplyAddWide(Width width, boolean unsigned) {
    var result = new Width(2 * width.bits());
    LongBinaryOperator product = WholeNumbers.multiplyWide(width, unsigned);
    return Lanewise.of((a, b, c) -> result.signed(product.applyAsLong(a, b) + c));
  }

  private static Lanewise select() {
    return Lanewise.of((a, b, condition) -> (condition & 1) != 0 ? a : b);
  }

  private static Lanewise hold(Type type) {
    return Lanewise.of((LongUnaryOperator) bits -> LaneBits.hold(type, bits));
  }

  private static Lanewise narrow(CvtPackOp op) {
    Lanewise.TernaryOperator function = Conversions.of(op);
    if (op.rest().isPresent()) {
      return Lanewise.of(function);
    }
    return Lanewise.of((high, low) -> function.applyAsLong(high, low, 0));
  }

  private static Lanewise pack(PackOp op) {
    var part = new Width(LaneBits.width(op.parts().getFirst().type()));
    Type type = op.result().type();
    return (operands, result) -> {
      for (int lane = 0; lane < result.length; lane++) {
        long whole = 0;
        for (int i = 0; i < operands.length; i++) {
          whole |= part.unsigned(operands[i][lane]) << (i * part.bits());
        }
        result[lane] = LaneBits.hold(type, whole);
      }
    };
  }

  /** For each result of an instruction that takes a register apart, what it is of the register. */
  static List<Lanewise> parts(UnpackOp op) {
    List<Lanewise> parts = new ArrayList<>();
    int from = 0;
    for (var part : op.parts()) {
      Type type = part.type();
      int distance = from;
      parts.add(Lanewise.of((LongUnaryOperator) a -> LaneBits.hold(type, a >>> distance)));
      from += LaneBits.width(type);
    }
    return parts;
  }
}
