// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code (x + c0) + c1 = x + (c0 + c1)}, and so on for differences and products: two constants of a
 * chain become one. What both operations promise of overflow holds of the new one where the new
 * constant itself has not wrapped.
 */
final class ReassociateConstants {
  private ReassociateConstants() {}

  /** The shapes of a sum or difference with a constant. */
  private enum Shape {
    VALUE_PLUS_CONSTANT,
    VALUE_MINUS_CONSTANT,
    CONSTANT_MINUS_VALUE
  }

  private record Shifted(Value value, Shape shape, IntegerAttr constant, OverflowAttr flags) {
    /** What a value is; in a graph region it may come back to the operation that uses it. */
    static @Nullable Shifted of(Value value, Value user) {
      Shifted shifted = of(value);
      return shifted == null || shifted.value() == user ? null : shifted;
    }

    private static @Nullable Shifted of(Value value) {
      return switch (value.definingOp()) {
        case AddIOp sum -> of(sum.lhs(), Shape.VALUE_PLUS_CONSTANT, sum.rhs(), sum.overflowFlags());
        case SubIOp difference -> {
          OverflowAttr flags = difference.overflowFlags();
          Value left = difference.lhs();
          Value right = difference.rhs();
          Shifted fromValue = of(left, Shape.VALUE_MINUS_CONSTANT, right, flags);
          yield fromValue != null ? fromValue : of(right, Shape.CONSTANT_MINUS_VALUE, left, flags);
        }
        case null, default -> null;
      };
    }

    private static @Nullable Shifted of(
        Value value, Shape shape, Value constant, OverflowAttr flags) {
      IntegerAttr number = scalar(constant);
      return number == null ? null : new Shifted(value, shape, number, flags);
    }
  }

  /** The constants of two operations made one, and what may be promised of the new operation. */
  private record Merged(BigInteger constant, OverflowAttr flags) {
    static Merged of(
        IntegerAttr inner,
        IntegerAttr outer,
        OverflowAttr flags,
        BinaryOperator<BigInteger> operator) {
      int width = Widths.of(inner.type());
      BigInteger signed = operator.apply(inner.value(), outer.value());
      BigInteger unsigned =
          operator.apply(
              Widths.unsigned(inner.value(), width), Widths.unsigned(outer.value(), width));
      OverflowAttr kept =
          new OverflowAttr(Widths.fitsSigned(signed, width), Widths.fitsUnsigned(unsigned, width));
      return new Merged(signed, flags.and(kept));
    }
  }

  static boolean rewrite(AddIOp op, Rewriter rewriter) {
    IntegerAttr outer = scalar(op.rhs());
    Shifted inner = outer == null ? null : Shifted.of(op.lhs(), op.result());
    if (outer == null || inner == null) {
      return subtractNegated(op, op.lhs(), op.rhs(), rewriter)
          || subtractNegated(op, op.rhs(), op.lhs(), rewriter);
    }
    OverflowAttr flags = inner.flags().and(op.overflowFlags());
    IntegerAttr constant = inner.constant();
    switch (inner.shape()) {
      case VALUE_PLUS_CONSTANT ->
          valuePlus(op, inner, Merged.of(constant, outer, flags, BigInteger::add), rewriter);
      case VALUE_MINUS_CONSTANT ->
          valuePlus(op, inner, Merged.of(outer, constant, flags, BigInteger::subtract), rewriter);
      case CONSTANT_MINUS_VALUE ->
          minusValue(op, inner, Merged.of(constant, outer, flags, BigInteger::add), rewriter);
    }
    return true;
  }

  /** {@code x + y * -1 = x - y}. */
  private static boolean subtractNegated(AddIOp op, Value kept, Value negated, Rewriter rewriter) {
    if (!(negated.definingOp() instanceof MulIOp product && Known.isAllOnes(product.rhs()))) {
      return false;
    }
    rewriter.replace(op, SubIOp.create(rewriter.before(op), kept, product.lhs()));
    return true;
  }

  static boolean rewrite(SubIOp op, Rewriter rewriter) {
    IntegerAttr right = scalar(op.rhs());
    Shifted inner = right == null ? null : Shifted.of(op.lhs(), op.result());
    if (right != null && inner != null) {
      subtractConstant(op, inner, right, rewriter);
      return true;
    }
    IntegerAttr left = scalar(op.lhs());
    inner = left == null ? null : Shifted.of(op.rhs(), op.result());
    if (left != null && inner != null) {
      subtractFromConstant(op, left, inner, rewriter);
      return true;
    }
    return negate(op, rewriter);
  }

  private static void subtractConstant(
      SubIOp op, Shifted inner, IntegerAttr outer, Rewriter rewriter) {
    OverflowAttr flags = inner.flags().and(op.overflowFlags());
    IntegerAttr constant = inner.constant();
    switch (inner.shape()) {
      case VALUE_PLUS_CONSTANT ->
          valuePlus(
              op,
              inner,
              Merged.of(constant, outer, OverflowAttr.NONE, BigInteger::subtract),
              rewriter);
      case VALUE_MINUS_CONSTANT -> {
        Merged merged = Merged.of(constant, outer, flags, BigInteger::add);
        Inserter at = rewriter.before(op);
        Value subtrahend = constant(at, op, merged);
        rewriter.replace(op, SubIOp.create(at, inner.value(), subtrahend, merged.flags()));
      }
      case CONSTANT_MINUS_VALUE ->
          minusValue(op, inner, Merged.of(constant, outer, flags, BigInteger::subtract), rewriter);
    }
  }

  private static void subtractFromConstant(
      SubIOp op, IntegerAttr outer, Shifted inner, Rewriter rewriter) {
    OverflowAttr flags = inner.flags().and(op.overflowFlags());
    IntegerAttr constant = inner.constant();
    switch (inner.shape()) {
      case VALUE_PLUS_CONSTANT ->
          minusValue(op, inner, Merged.of(outer, constant, flags, BigInteger::subtract), rewriter);
      case VALUE_MINUS_CONSTANT ->
          minusValue(op, inner, Merged.of(constant, outer, flags, BigInteger::add), rewriter);
      case CONSTANT_MINUS_VALUE ->
          valuePlus(op, inner, Merged.of(outer, constant, flags, BigInteger::subtract), rewriter);
    }
  }

  /** {@code (x - y) - x = 0 - y}. */
  private static boolean negate(SubIOp op, Rewriter rewriter) {
    if (!(op.lhs().definingOp() instanceof SubIOp inner && inner.lhs() == op.rhs())) {
      return false;
    }
    Inserter at = rewriter.before(op);
    var zero = ConstantFold.splat(op.result().type(), BigInteger.ZERO);
    if (zero == null) {
      return false;
    }
    OverflowAttr flags = inner.overflowFlags().and(op.overflowFlags());
    Value nothing = ConstantOp.create(at, zero).result();
    rewriter.replace(op, SubIOp.create(at, nothing, inner.rhs(), flags));
    return true;
  }

  static boolean rewrite(MulIOp op, Rewriter rewriter) {
    if (!(op.lhs().definingOp() instanceof MulIOp inner) || inner.lhs() == op.result()) {
      return false;
    }
    IntegerAttr outerFactor = scalar(op.rhs());
    IntegerAttr innerFactor = scalar(inner.rhs());
    if (outerFactor == null || innerFactor == null) {
      return false;
    }
    OverflowAttr flags = inner.overflowFlags().and(op.overflowFlags());
    Merged merged = Merged.of(innerFactor, outerFactor, flags, BigInteger::multiply);
    Inserter at = rewriter.before(op);
    Value factor = constant(at, op, merged);
    rewriter.replace(op, MulIOp.create(at, inner.lhs(), factor, merged.flags()));
    return true;
  }

  private static void valuePlus(Operation op, Shifted inner, Merged merged, Rewriter rewriter) {
    Inserter at = rewriter.before(op);
    Value addend = constant(at, op, merged);
    rewriter.replace(op, AddIOp.create(at, inner.value(), addend, merged.flags()));
  }

  private static void minusValue(Operation op, Shifted inner, Merged merged, Rewriter rewriter) {
    Inserter at = rewriter.before(op);
    Value minuend = constant(at, op, merged);
    rewriter.replace(op, SubIOp.create(at, minuend, inner.value(), merged.flags()));
  }

  private static Value constant(Inserter at, Operation op, Merged merged) {
    return ConstantOp.create(at, IntegerAttr.of(op.result(0).type(), merged.constant())).result();
  }

  private static @Nullable IntegerAttr scalar(Value value) {
    return Constants.of(value) instanceof IntegerAttr number ? number : null;
  }
}
