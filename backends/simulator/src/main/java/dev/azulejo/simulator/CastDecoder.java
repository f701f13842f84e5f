// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.arith.BitcastOp;
import dev.azulejo.dialect.arith.ExtFOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FPToSIOp;
import dev.azulejo.dialect.arith.FPToUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.RoundingMode;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.UIToFPOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.function.LongUnaryOperator;

/** The code of conversions between scalar types. */
final class CastDecoder {
  private CastDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case ExtFOp _ -> ArithDecoder.real(op, a -> a);
      case TruncFOp cast -> truncate(cast);
      case BitcastOp _ -> integer(op, a -> a);
      case SIToFPOp _ -> toReal(op, false);
      case UIToFPOp _ -> toReal(op, true);
      case FPToSIOp _, FPToUIOp _ -> toInteger(op);
      case ExtSIOp _, TruncIOp _, IndexCastOp _ -> integer(op, a -> a);
      case ExtUIOp _, IndexCastUIOp _ -> integer(op, unsigned(op));
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Code truncate(TruncFOp op) {
    RoundingMode mode = op.roundingmode().map(RoundingMode::of).orElse(null);
    if (mode != null && mode != RoundingMode.TO_NEAREST_EVEN) {
      throw Decoder.unsupported(op);
    }
    return ArithDecoder.real(op, a -> a);
  }

  private static Code integer(Operation op, LongUnaryOperator operator) {
    Type type = op.result(0).type();
    int width = Scalars.isInteger(type) ? Scalars.width(type) : Long.SIZE;
    boolean fromFloat = Scalars.isFloat(op.operand(0).type());
    if (!Scalars.isInteger(type) && !(op instanceof BitcastOp && Scalars.isFloat(type))) {
      throw Decoder.unsupported(op);
    }
    int sourceWidth =
        fromFloat || Scalars.isInteger(type) ? Long.SIZE : Scalars.width(op.operand(0).type());
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    // The bits of a float lie in a slot with zeros above them, those of an integer with its sign.
    return frame ->
        frame.setScalar(
            to,
            Scalars.extend(
                operator.applyAsLong(Scalars.extendUnsigned(frame.scalar(source), sourceWidth)),
                width));
  }

  private static LongUnaryOperator unsigned(Operation op) {
    int width = Scalars.width(op.operand(0).type());
    return a -> Scalars.extendUnsigned(a, width);
  }

  private static Code toReal(Operation op, boolean unsigned) {
    FloatCodec codec = ArithDecoder.codec(op, op.result(0).type());
    Type from = op.operand(0).type();
    if (!Scalars.isInteger(from) || !(op.result(0).type() instanceof FloatType type)) {
      throw Decoder.unsupported(op);
    }
    int width = Scalars.width(from);
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    return frame -> {
      long number = frame.scalar(source);
      long extended = unsigned ? Scalars.extendUnsigned(number, width) : number;
      frame.setScalar(to, codec.encode(Scalars.toDouble(extended, unsigned, type)));
    };
  }

  /** Rounds towards zero; what does not fit gives poison upstream, and a sentinel here. */
  private static Code toInteger(Operation op) {
    FloatCodec codec = ArithDecoder.codec(op, op.operand(0).type());
    boolean signed = op instanceof FPToSIOp;
    Type type = op.result(0).type();
    if (!Scalars.isInteger(type)) {
      throw Decoder.unsupported(op);
    }
    int width = Scalars.width(type);
    double limit = Math.scalb(1.0, signed ? width - 1 : width);
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    return frame -> {
      double value = codec.decode(frame.scalar(source));
      double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
      boolean fits = whole < limit && whole >= (signed ? -limit : 0);
      long bits = whole >= 0x1p63 ? (long) (whole - 0x1p63) ^ Long.MIN_VALUE : (long) whole;
      frame.setScalar(to, Scalars.extend(fits ? bits : Scalars.POISON, width));
    };
  }
}
