// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.math.AbsFOp;
import dev.azulejo.dialect.math.AbsIOp;
import dev.azulejo.dialect.math.AcosOp;
import dev.azulejo.dialect.math.AcoshOp;
import dev.azulejo.dialect.math.AsinOp;
import dev.azulejo.dialect.math.AsinhOp;
import dev.azulejo.dialect.math.Atan2Op;
import dev.azulejo.dialect.math.AtanOp;
import dev.azulejo.dialect.math.AtanhOp;
import dev.azulejo.dialect.math.CbrtOp;
import dev.azulejo.dialect.math.CeilOp;
import dev.azulejo.dialect.math.ClampFOp;
import dev.azulejo.dialect.math.CopySignOp;
import dev.azulejo.dialect.math.CosOp;
import dev.azulejo.dialect.math.CoshOp;
import dev.azulejo.dialect.math.CountLeadingZerosOp;
import dev.azulejo.dialect.math.CountTrailingZerosOp;
import dev.azulejo.dialect.math.CtPopOp;
import dev.azulejo.dialect.math.ErfOp;
import dev.azulejo.dialect.math.ErfcOp;
import dev.azulejo.dialect.math.Exp2Op;
import dev.azulejo.dialect.math.ExpM1Op;
import dev.azulejo.dialect.math.ExpOp;
import dev.azulejo.dialect.math.FPowIOp;
import dev.azulejo.dialect.math.FloorOp;
import dev.azulejo.dialect.math.FmaOp;
import dev.azulejo.dialect.math.IPowIOp;
import dev.azulejo.dialect.math.IsFiniteOp;
import dev.azulejo.dialect.math.IsInfOp;
import dev.azulejo.dialect.math.IsNaNOp;
import dev.azulejo.dialect.math.IsNormalOp;
import dev.azulejo.dialect.math.Log10Op;
import dev.azulejo.dialect.math.Log1pOp;
import dev.azulejo.dialect.math.Log2Op;
import dev.azulejo.dialect.math.LogOp;
import dev.azulejo.dialect.math.PowFOp;
import dev.azulejo.dialect.math.RoundEvenOp;
import dev.azulejo.dialect.math.RoundOp;
import dev.azulejo.dialect.math.RsqrtOp;
import dev.azulejo.dialect.math.SinOp;
import dev.azulejo.dialect.math.SincosOp;
import dev.azulejo.dialect.math.SinhOp;
import dev.azulejo.dialect.math.SqrtOp;
import dev.azulejo.dialect.math.TanOp;
import dev.azulejo.dialect.math.TanhOp;
import dev.azulejo.dialect.math.TruncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.ErrorFunction;
import dev.azulejo.simulator.scalar.FloatCodec;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.function.DoublePredicate;
import java.util.function.LongUnaryOperator;

/** The code of mathematical functions: computed in double and rounded once. */
final class MathDecoder {
  private static final double LOG_OF_2 = Math.log(2);

  private MathDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case AbsFOp _ -> ArithDecoder.real(op, Math::abs);
      case CeilOp _ -> ArithDecoder.real(op, Math::ceil);
      case FloorOp _ -> ArithDecoder.real(op, Math::floor);
      case RoundEvenOp _ -> ArithDecoder.real(op, Math::rint);
      case RoundOp _ -> ArithDecoder.real(op, MathDecoder::round);
      case TruncOp _ -> ArithDecoder.real(op, a -> a < 0 ? Math.ceil(a) : Math.floor(a));
      case SqrtOp _ -> ArithDecoder.real(op, Math::sqrt);
      case RsqrtOp _ -> ArithDecoder.real(op, a -> 1 / Math.sqrt(a));
      case CbrtOp _ -> ArithDecoder.real(op, Math::cbrt);
      case ExpOp _ -> ArithDecoder.real(op, Math::exp);
      case Exp2Op _ -> ArithDecoder.real(op, a -> Math.pow(2, a));
      case ExpM1Op _ -> ArithDecoder.real(op, Math::expm1);
      case LogOp _ -> ArithDecoder.real(op, Math::log);
      case Log2Op _ -> ArithDecoder.real(op, MathDecoder::log2);
      case Log10Op _ -> ArithDecoder.real(op, Math::log10);
      case Log1pOp _ -> ArithDecoder.real(op, Math::log1p);
      case ErfOp _ -> ArithDecoder.real(op, ErrorFunction::erf);
      case ErfcOp _ -> ArithDecoder.real(op, ErrorFunction::erfc);
      case PowFOp _ -> ArithDecoder.reals(op, Math::pow);
      case CopySignOp _ -> ArithDecoder.reals(op, Math::copySign);
      case FPowIOp power -> power(power);
      case ClampFOp clamp -> clamp(clamp);
      case FmaOp fma -> fma(fma);
      case IsFiniteOp _ -> question(op, Double::isFinite);
      case IsInfOp _ -> question(op, Double::isInfinite);
      case IsNaNOp _ -> question(op, Double::isNaN);
      case IsNormalOp normal -> isNormal(normal);
      case AbsIOp _, CountLeadingZerosOp _, CountTrailingZerosOp _, CtPopOp _, IPowIOp _ ->
          integers(op);
      default -> trigonometry(op);
    };
  }

  private static Code trigonometry(Operation op) {
    return switch (op) {
      case SinOp _ -> ArithDecoder.real(op, Math::sin);
      case CosOp _ -> ArithDecoder.real(op, Math::cos);
      case TanOp _ -> ArithDecoder.real(op, Math::tan);
      case AsinOp _ -> ArithDecoder.real(op, Math::asin);
      case AcosOp _ -> ArithDecoder.real(op, Math::acos);
      case AtanOp _ -> ArithDecoder.real(op, Math::atan);
      case Atan2Op _ -> ArithDecoder.reals(op, Math::atan2);
      case SinhOp _ -> ArithDecoder.real(op, Math::sinh);
      case CoshOp _ -> ArithDecoder.real(op, Math::cosh);
      case TanhOp _ -> ArithDecoder.real(op, Math::tanh);
      case AsinhOp _ -> ArithDecoder.real(op, MathDecoder::asinh);
      case AcoshOp _ ->
          ArithDecoder.real(op, a -> Math.log(a + Math.sqrt(a - 1) * Math.sqrt(a + 1)));
      case AtanhOp _ -> ArithDecoder.real(op, a -> (Math.log1p(a) - Math.log1p(-a)) / 2);
      case SincosOp both -> sineAndCosine(both);
      default -> throw Decoder.unsupported(op);
    };
  }

  private static double round(double value) {
    double whole = Math.floor(Math.abs(value));
    boolean up = Math.abs(value) - whole >= 0.5;
    return Math.copySign(up ? whole + 1 : whole, value);
  }

  private static double asinh(double value) {
    double size = Math.abs(value);
    double root = Math.sqrt(size * size + 1);
    // Near zero the logarithm of nearly one would lose digits.
    double result = Math.log1p(size + size * size / (1 + root));
    return Math.copySign(Double.isInfinite(size) ? size : result, value);
  }

  private static Code sineAndCosine(SincosOp op) {
    FloatCodec codec = ArithDecoder.codec(op, op.operand().type());
    int source = Decoder.slot(op.operand());
    int sine = Decoder.slot(op.sin());
    int cosine = Decoder.slot(op.cos());
    return frame -> {
      double value = codec.decode(frame.scalar(source));
      frame.setScalar(sine, codec.encode(Math.sin(value)));
      frame.setScalar(cosine, codec.encode(Math.cos(value)));
    };
  }

  private static Code power(FPowIOp op) {
    FloatCodec codec = ArithDecoder.codec(op, op.result().type());
    if (!Scalars.isInteger(op.rhs().type())) {
      throw Decoder.unsupported(op);
    }
    int base = Decoder.slot(op.lhs());
    int exponent = Decoder.slot(op.rhs());
    int to = Decoder.slot(op.result());
    return frame ->
        frame.setScalar(
            to,
            codec.encode(
                Math.pow(codec.decode(frame.scalar(base)), (double) frame.scalar(exponent))));
  }

  private static Code clamp(ClampFOp op) {
    FloatCodec codec = ArithDecoder.codec(op, op.result().type());
    int value = Decoder.slot(op.value());
    int least = Decoder.slot(op.min());
    int most = Decoder.slot(op.max());
    int to = Decoder.slot(op.result());
    return frame -> {
      double low = codec.decode(frame.scalar(least));
      double high = codec.decode(frame.scalar(most));
      double clamped = Math.min(Math.max(codec.decode(frame.scalar(value)), low), high);
      frame.setScalar(to, codec.encode(clamped));
    };
  }

  private static Code question(Operation op, DoublePredicate predicate) {
    FloatCodec codec = ArithDecoder.codec(op, op.operand(0).type());
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    return frame ->
        frame.setScalar(to, Scalars.truth(predicate.test(codec.decode(frame.scalar(source)))));
  }

  private static Code isNormal(IsNormalOp op) {
    if (!(op.operand().type() instanceof FloatType type)) {
      throw Decoder.unsupported(op);
    }
    int least = type.format().minExponent();
    return question(op, a -> Double.isFinite(a) && a != 0 && Math.getExponent(a) >= least);
  }

  private static Code integers(Operation op) {
    Type type = op.result(0).type();
    if (!Scalars.isInteger(type)) {
      throw Decoder.unsupported(op);
    }
    int width = Scalars.width(type);
    return switch (op) {
      case IPowIOp power ->
          ArithDecoder.integers(
              op,
              (a, b) -> {
                if (a == 0 && b < 0) {
                  throw new SimulationFailure(
                      Diagnostic.error(power.location(), "divides by zero"));
                }
                return power(a, b);
              });
      case AbsIOp _ -> integer(op, Math::abs);
      case CtPopOp _ -> integer(op, a -> Long.bitCount(Scalars.extendUnsigned(a, width)));
      case CountLeadingZerosOp _ ->
          integer(
              op,
              a ->
                  Long.numberOfLeadingZeros(Scalars.extendUnsigned(a, width))
                      - (Long.SIZE - width));
      case CountTrailingZerosOp _ ->
          integer(op, a -> Math.min(Long.numberOfTrailingZeros(a), width));
      default -> throw Decoder.unsupported(op);
    };
  }

  private static long power(long base, long exponent) {
    if (exponent < 0) {
      return base == 1 ? 1 : base == -1 ? (exponent & 1) == 0 ? 1 : -1 : 0;
    }
    long result = 1;
    long square = base;
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  private static Code integer(Operation op, LongUnaryOperator operator) {
    int width = Scalars.width(op.result(0).type());
    int source = Decoder.slot(op.operand(0));
    int to = Decoder.slot(op.result(0));
    return frame ->
        frame.setScalar(to, Scalars.extend(operator.applyAsLong(frame.scalar(source)), width));
  }

  private static double log2(double value) {
    int exponent = Math.getExponent(value);
    boolean isPower = value > 0 && value == Math.scalb(1.0, exponent);
    return isPower ? exponent : Math.log(value) / LOG_OF_2;
  }

  private static Code fma(FmaOp op) {
    FloatCodec codec = ArithDecoder.codec(op, op.result(0).type());
    int a = Decoder.slot(op.a());
    int b = Decoder.slot(op.b());
    int c = Decoder.slot(op.c());
    int to = Decoder.slot(op.result());
    if (codec instanceof FloatCodec.Double64) {
      return frame ->
          frame.setScalar(
              to,
              codec.encode(
                  Math.fma(
                      codec.decode(frame.scalar(a)),
                      codec.decode(frame.scalar(b)),
                      codec.decode(frame.scalar(c)))));
    }
    return frame ->
        frame.setScalar(
            to,
            codec.encodeSum(
                codec.decode(frame.scalar(a)) * codec.decode(frame.scalar(b)),
                codec.decode(frame.scalar(c))));
  }
}
