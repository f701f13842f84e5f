// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.arith.AddFOp;
import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AddUIExtendedOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.BitcastOp;
import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.CmpFOp;
import dev.azulejo.dialect.arith.CmpFPredicate;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivFOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.ExtFOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FPToSIOp;
import dev.azulejo.dialect.arith.FPToUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.MaxNumFOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MaximumFOp;
import dev.azulejo.dialect.arith.MinNumFOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinUIOp;
import dev.azulejo.dialect.arith.MinimumFOp;
import dev.azulejo.dialect.arith.MulFOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.MulSIExtendedOp;
import dev.azulejo.dialect.arith.MulUIExtendedOp;
import dev.azulejo.dialect.arith.NegFOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.RemFOp;
import dev.azulejo.dialect.arith.RemSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.ShRSIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.SubFOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.UIToFPOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** The code of scalar arithmetic. */
final class ArithDecoder {
  private ArithDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case ConstantOp constant -> constant(constant);
      case SelectOp select -> select(select);
      case CmpIOp compare -> compare(compare);
      case CmpFOp compare -> compare(compare);
      case AddFOp _ -> reals(op, Double::sum);
      case SubFOp _ -> reals(op, (a, b) -> a - b);
      case MulFOp _ -> reals(op, (a, b) -> a * b);
      case DivFOp _ -> reals(op, (a, b) -> a / b);
      case RemFOp _ -> reals(op, (a, b) -> a % b);
      case MaximumFOp _ -> reals(op, Math::max);
      case MinimumFOp _ -> reals(op, Math::min);
      case MaxNumFOp _ -> reals(op, ArithDecoder::maxNumber);
      case MinNumFOp _ -> reals(op, ArithDecoder::minNumber);
      case NegFOp _ -> real(op, a -> -a);
      case AddUIExtendedOp add -> addExtended(add);
      case MulSIExtendedOp _, MulUIExtendedOp _ -> multiplyExtended(op);
      case BitcastOp _,
          ExtFOp _,
          ExtSIOp _,
          ExtUIOp _,
          FPToSIOp _,
          FPToUIOp _,
          IndexCastOp _,
          IndexCastUIOp _,
          SIToFPOp _,
          TruncFOp _,
          TruncIOp _,
          UIToFPOp _ ->
          CastDecoder.decode(op);
      default -> integers(op, operator(op));
    };
  }

  private static LongBinaryOperator operator(Operation op) {
    if (op.operandCount() != 2) {
      throw Decoder.unsupported(op);
    }
    int width = integerWidth(op);
    Location place = op.location();
    return switch (op) {
      case AddIOp _ -> Long::sum;
      case SubIOp _ -> (a, b) -> a - b;
      case MulIOp _ -> (a, b) -> a * b;
      case AndIOp _ -> (a, b) -> a & b;
      case OrIOp _ -> (a, b) -> a | b;
      case XOrIOp _ -> (a, b) -> a ^ b;
      case MaxSIOp _ -> Math::max;
      case MinSIOp _ -> Math::min;
      case MaxUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) >= 0 ? a : b;
      case MinUIOp _ -> (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b;
      case DivSIOp _ -> (a, b) -> a / divisor(b, place);
      case RemSIOp _ -> (a, b) -> a % divisor(b, place);
      case FloorDivSIOp _ -> (a, b) -> Math.floorDiv(a, divisor(b, place));
      case CeilDivSIOp _ -> (a, b) -> Math.ceilDiv(a, divisor(b, place));
      case DivUIOp _ ->
          (a, b) -> Long.divideUnsigned(wide(a, width), divisor(wide(b, width), place));
      case RemUIOp _ ->
          (a, b) -> Long.remainderUnsigned(wide(a, width), divisor(wide(b, width), place));
      case CeilDivUIOp _ ->
          (a, b) -> {
            long left = wide(a, width);
            long right = divisor(wide(b, width), place);
            long quotient = Long.divideUnsigned(left, right);
            return Long.remainderUnsigned(left, right) == 0 ? quotient : quotient + 1;
          };
      case ShLIOp _ -> (a, b) -> isTooFar(b, width) ? Scalars.POISON : a << b;
      case ShRSIOp _ -> (a, b) -> isTooFar(b, width) ? Scalars.POISON : a >> b;
      case ShRUIOp _ -> (a, b) -> isTooFar(b, width) ? Scalars.POISON : wide(a, width) >>> b;
      default -> throw Decoder.unsupported(op);
    };
  }

  private static long wide(long value, int width) {
    return Scalars.extendUnsigned(value, width);
  }

  private static long divisor(long value, Location place) {
    if (value == 0) {
      throw new SimulationFailure(Diagnostic.error(place, "divides by zero"));
    }
    return value;
  }

  private static boolean isTooFar(long distance, int width) {
    return distance < 0 || distance >= width;
  }

  private static Code addExtended(AddUIExtendedOp op) {
    int width = integerWidth(op);
    int left = Decoder.slot(op.lhs());
    int right = Decoder.slot(op.rhs());
    int sum = Decoder.slot(op.sum());
    int overflow = Decoder.slot(op.overflow());
    return frame -> {
      long a = wide(frame.scalar(left), width);
      long total = wide(a + wide(frame.scalar(right), width), width);
      frame.setScalar(sum, Scalars.extend(total, width));
      frame.setScalar(overflow, Scalars.truth(Long.compareUnsigned(total, a) < 0));
    };
  }

  /** Multiplies integers into twice their width: the low half and the high half. */
  private static Code multiplyExtended(Operation op) {
    int width = integerWidth(op);
    boolean signed = op instanceof MulSIExtendedOp;
    int left = Decoder.slot(op.operand(0));
    int right = Decoder.slot(op.operand(1));
    int low = Decoder.slot(op.result(0));
    int high = Decoder.slot(op.result(1));
    return frame -> {
      long a = signed ? frame.scalar(left) : wide(frame.scalar(left), width);
      long b = signed ? frame.scalar(right) : wide(frame.scalar(right), width);
      long lowest = a * b;
      long above = signed ? Math.multiplyHigh(a, b) : Math.unsignedMultiplyHigh(a, b);
      frame.setScalar(low, Scalars.extend(lowest, width));
      long upper = width == Long.SIZE ? above : (above << (Long.SIZE - width)) | (lowest >>> width);
      frame.setScalar(high, Scalars.extend(upper, width));
    };
  }

  private static int integerWidth(Operation op) {
    Type type = op.operand(0).type();
    if (!Scalars.isInteger(type)) {
      throw Decoder.unsupported(op);
    }
    return Scalars.width(type);
  }

  private static Code constant(ConstantOp op) {
    Long bits = Scalars.constant(op.value());
    if (bits == null) {
      throw Decoder.unsupported(op);
    }
    long value = bits;
    int to = Decoder.slot(op.result());
    return frame -> frame.setScalar(to, value);
  }

  private static Code select(SelectOp op) {
    int condition = Decoder.slot(op.condition());
    int yes = Decoder.slot(op.trueValue());
    int no = Decoder.slot(op.falseValue());
    int to = Decoder.slot(op.result());
    return frame -> frame.move(frame.scalar(condition) != 0 ? yes : no, to);
  }

  private static Code compare(CmpIOp op) {
    if (!Scalars.isInteger(op.lhs().type())) {
      throw Decoder.unsupported(op);
    }
    CmpIPredicate predicate = op.comparison();
    int left = Decoder.slot(op.lhs());
    int right = Decoder.slot(op.rhs());
    int to = Decoder.slot(op.result());
    if (predicate.isUnsigned()) {
      return frame ->
          frame.setScalar(
              to,
              Scalars.truth(
                  predicate.holds(Long.compareUnsigned(frame.scalar(left), frame.scalar(right)))));
    }
    return frame ->
        frame.setScalar(
            to,
            Scalars.truth(predicate.holds(Long.compare(frame.scalar(left), frame.scalar(right)))));
  }

  private static Code compare(CmpFOp op) {
    FloatCodec codec = codec(op, op.lhs().type());
    CmpFPredicate predicate = op.comparison();
    int left = Decoder.slot(op.lhs());
    int right = Decoder.slot(op.rhs());
    int to = Decoder.slot(op.result());
    return frame -> {
      double a = codec.decode(frame.scalar(left));
      double b = codec.decode(frame.scalar(right));
      boolean holds =
          (Double.isNaN(a) || Double.isNaN(b))
              ? predicate.holdsUnordered()
              : predicate.holds(a < b ? -1 : a > b ? 1 : 0);
      frame.setScalar(to, Scalars.truth(holds));
    };
  }

  static FloatCodec codec(Operation op, Type type) {
    if (type instanceof FloatType real && Scalars.isFloat(real)) {
      return FloatCodec.of(real);
    }
    throw Decoder.unsupported(op);
  }

  static Code reals(Operation op, DoubleBinaryOperator operator) {
    FloatCodec codec = codec(op, op.result(0).type());
    int left = Decoder.slot(op.operand(0));
    int right = Decoder.slot(op.operand(1));
    int to = Decoder.slot(op.result(0));
    return frame ->
        frame.setScalar(
            to,
            codec.encode(
                operator.applyAsDouble(
                    codec.decode(frame.scalar(left)), codec.decode(frame.scalar(right)))));
  }

  static Code real(Operation op, DoubleUnaryOperator operator) {
    FloatCodec from = codec(op, op.operand(0).type());
    FloatCodec codec = codec(op, op.result(0).type());
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    return frame ->
        frame.setScalar(
            to, codec.encode(operator.applyAsDouble(from.decode(frame.scalar(source)))));
  }

  static Code integers(Operation op, LongBinaryOperator operator) {
    int width = Scalars.width(op.result(0).type());
    int left = Decoder.slot(op.operand(0));
    int right = Decoder.slot(op.operand(1));
    int to = Decoder.slot(op.result(0));
    return frame ->
        frame.setScalar(
            to,
            Scalars.extend(operator.applyAsLong(frame.scalar(left), frame.scalar(right)), width));
  }

  static double maxNumber(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  static double minNumber(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }
}
