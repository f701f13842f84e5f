// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.math.AbsFOp;
import dev.azulejo.dialect.math.AbsIOp;
import dev.azulejo.dialect.math.CeilOp;
import dev.azulejo.dialect.math.CopySignOp;
import dev.azulejo.dialect.math.CosOp;
import dev.azulejo.dialect.math.Exp2Op;
import dev.azulejo.dialect.math.ExpM1Op;
import dev.azulejo.dialect.math.ExpOp;
import dev.azulejo.dialect.math.FloorOp;
import dev.azulejo.dialect.math.FmaOp;
import dev.azulejo.dialect.math.Log10Op;
import dev.azulejo.dialect.math.Log1pOp;
import dev.azulejo.dialect.math.Log2Op;
import dev.azulejo.dialect.math.LogOp;
import dev.azulejo.dialect.math.PowFOp;
import dev.azulejo.dialect.math.RoundEvenOp;
import dev.azulejo.dialect.math.RsqrtOp;
import dev.azulejo.dialect.math.SinOp;
import dev.azulejo.dialect.math.SqrtOp;
import dev.azulejo.dialect.math.TanhOp;
import dev.azulejo.ir.Operation;

/** The code of mathematical functions: computed in double and rounded once. */
final class MathDecoder {
  private static final double LOG_OF_2 = Math.log(2);

  private MathDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case AbsFOp _ -> ArithDecoder.real(op, Math::abs);
      case AbsIOp _ -> ArithDecoder.integer(op, Math::abs);
      case CeilOp _ -> ArithDecoder.real(op, Math::ceil);
      case FloorOp _ -> ArithDecoder.real(op, Math::floor);
      case RoundEvenOp _ -> ArithDecoder.real(op, Math::rint);
      case SqrtOp _ -> ArithDecoder.real(op, Math::sqrt);
      case RsqrtOp _ -> ArithDecoder.real(op, a -> 1 / Math.sqrt(a));
      case ExpOp _ -> ArithDecoder.real(op, Math::exp);
      case Exp2Op _ -> ArithDecoder.real(op, a -> Math.pow(2, a));
      case ExpM1Op _ -> ArithDecoder.real(op, Math::expm1);
      case LogOp _ -> ArithDecoder.real(op, Math::log);
      case Log2Op _ -> ArithDecoder.real(op, MathDecoder::log2);
      case Log10Op _ -> ArithDecoder.real(op, Math::log10);
      case Log1pOp _ -> ArithDecoder.real(op, Math::log1p);
      case SinOp _ -> ArithDecoder.real(op, Math::sin);
      case CosOp _ -> ArithDecoder.real(op, Math::cos);
      case TanhOp _ -> ArithDecoder.real(op, Math::tanh);
      case PowFOp _ -> ArithDecoder.reals(op, Math::pow);
      case CopySignOp _ -> ArithDecoder.reals(op, Math::copySign);
      case FmaOp fma -> fma(fma);
      default -> throw Decoder.unsupported(op);
    };
  }

  private static double log2(double value) {
    int exponent = Math.getExponent(value);
    boolean isPower = value > 0 && value == Math.scalb(1.0, exponent);
    return isPower ? exponent : Math.log(value) / LOG_OF_2;
  }

  private static Code fma(FmaOp op) {
    FloatCodec codec = ArithDecoder.codec(op, op.result(0).type());
    int a = Decoder.slot(op.operand(0));
    int b = Decoder.slot(op.operand(1));
    int c = Decoder.slot(op.operand(2));
    int to = Decoder.slot(op.result(0));
    if (codec instanceof FloatCodec.Single) {
      return frame ->
          frame.setScalar(
              to,
              codec.encode(
                  Math.fma(
                      Float.intBitsToFloat((int) frame.scalar(a)),
                      Float.intBitsToFloat((int) frame.scalar(b)),
                      Float.intBitsToFloat((int) frame.scalar(c)))));
    }
    return frame ->
        frame.setScalar(
            to,
            codec.encode(
                Math.fma(
                    codec.decode(frame.scalar(a)),
                    codec.decode(frame.scalar(b)),
                    codec.decode(frame.scalar(c)))));
  }
}
