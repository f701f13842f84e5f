// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.dialect.ptx.AbsOp;
import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.CosOp;
import dev.azulejo.dialect.ptx.DivOp;
import dev.azulejo.dialect.ptx.Ex2Op;
import dev.azulejo.dialect.ptx.FmaOp;
import dev.azulejo.dialect.ptx.Lg2Op;
import dev.azulejo.dialect.ptx.MaxOp;
import dev.azulejo.dialect.ptx.MinOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.NegOp;
import dev.azulejo.dialect.ptx.RcpOp;
import dev.azulejo.dialect.ptx.RsqrtOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.SinOp;
import dev.azulejo.dialect.ptx.SqrtOp;
import dev.azulejo.dialect.ptx.SubOp;
import dev.azulejo.dialect.ptx.TanhOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.number.FloatFormat;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The instructions that exist for whole numbers, for floating-point ones and for pairs of either,
 * lane by lane.
 */
public final class Arithmetic {
  private final Operation op;
  private final String packed;
  private final boolean unsigned;

  private Arithmetic(Operation op) {
    this.op = op;
    this.packed = word("packed");
    this.unsigned = op.hasAttribute("unsigned") || packed.equals("u16x2");
  }

  /** What an instruction computes, or null for one that is none of these. */
  public static @Nullable Lanewise of(Operation op) {
    Lanewise bits = BitInstructions.of(op);
    return bits != null ? bits : new Arithmetic(op).find();
  }

  /** For each part that a register is taken apart into, what it is of the register. */
  public static List<Lanewise> parts(UnpackOp op) {
    return BitInstructions.parts(op);
  }

  private @Nullable Lanewise find() {
    return switch (op) {
      case AbsOp _ -> isWhole() ? unary(whole(Math::abs)) : unary(real().sign(true));
      case NegOp _ -> isWhole() ? unary(whole(a -> -a)) : unary(real().sign(false));
      case AddOp _ -> isWhole() ? binary(sum(false)) : binary(real().add(false));
      case SubOp _ -> isWhole() ? binary(sum(true)) : binary(real().add(true));
      case MulOp _ -> isWhole() ? binary(product()) : binary(real().multiply());
      case DivOp _ ->
          isWhole() ? binary(WholeNumbers.divide(width(), unsigned)) : binary(real().divide());
      case MinOp _ -> binary(extremum(false));
      case MaxOp _ -> binary(extremum(true));
      case FmaOp _ -> fused(real());
      case SetpOp compare -> Lanewise.of(comparison(compare.comparison().value()));
      default -> function();
    };
  }

  private @Nullable Lanewise function() {
    return switch (op) {
      case RcpOp _ -> unary(real().reciprocal());
      case SqrtOp _ -> unary(real().squareRoot());
      case RsqrtOp _ -> unary(real().function(Approximations::reciprocalRoot));
      case Ex2Op _ -> unary(real().function(Approximations::powerOfTwo));
      case TanhOp _ -> unary(real().function(Math::tanh));
      case Lg2Op _ -> single(Approximations::logarithm);
      case SinOp _ -> single(Math::sin);
      case CosOp _ -> single(Math::cos);
      default -> null;
    };
  }

  private String word(String attribute) {
    return op.attribute(attribute) instanceof StringAttr string ? string.value() : "";
  }

  private boolean isWhole() {
    return packed.isEmpty()
        ? !(op.operand(0).type() instanceof FloatType)
        : packed.endsWith("16x2") && !packed.contains("f");
  }

  private Width width() {
    return packed.isEmpty() ? new Width(LaneBits.width(op.operand(0).type())) : Width.W16;
  }

  private FloatFormat format() {
    return switch (packed) {
      case "f16x2" -> FloatFormat.F16;
      case "bf16x2" -> FloatFormat.BF16;
      default -> ((FloatType) op.operand(0).type()).format();
    };
  }

  private RealArithmetic real() {
    String rounding = word("rounding");
    return new RealArithmetic(
        new Real(
            format(),
            rounding.isEmpty() ? Rounding.NEAREST_EVEN : Rounding.of(rounding),
            op.hasAttribute("ftz"),
            op.hasAttribute("sat"),
            op.hasAttribute("relu")));
  }

  private Lanewise unary(LongUnaryOperator function) {
    return Lanewise.of(packed.isEmpty() ? function : Pairs.lift(function));
  }

  private Lanewise binary(LongBinaryOperator function) {
    return Lanewise.of(packed.isEmpty() ? function : Pairs.lift(function));
  }

  private Lanewise fused(RealArithmetic real) {
    Lanewise.TernaryOperator function = real::multiplyAdd;
    return Lanewise.of(packed.isEmpty() ? function : Pairs.lift(function));
  }

  private Lanewise single(DoubleUnaryOperator function) {
    return Lanewise.of(real().function(function));
  }

  private LongUnaryOperator whole(LongUnaryOperator function) {
    Width width = width();
    return a -> width.signed(function.applyAsLong(width.signed(a)));
  }

  private LongBinaryOperator sum(boolean negates) {
    Width width = width();
    boolean saturates = op.hasAttribute("sat");
    return (a, b) -> {
      long left = width.signed(a);
      long right = width.signed(b);
      long sum = negates ? left - right : left + right;
      return saturates ? WholeNumbers.clamp(width, sum) : width.signed(sum);
    };
  }

  private LongBinaryOperator product() {
    Width width = width();
    return (a, b) -> width.signed(a * b);
  }

  private LongBinaryOperator extremum(boolean larger) {
    return isWhole()
        ? WholeNumbers.extremum(width(), unsigned, larger)
        : real().extremum(larger, op.hasAttribute("nan"));
  }

  private LongBinaryOperator comparison(String word) {
    if (!isWhole()) {
      return real().compare(word);
    }
    LongBinaryOperator compare = WholeNumbers.compare(width(), unsigned);
    LongPredicate holds = WholeNumbers.holds(word);
    return (a, b) -> holds.test(compare.applyAsLong(a, b)) ? -1 : 0;
  }
}
