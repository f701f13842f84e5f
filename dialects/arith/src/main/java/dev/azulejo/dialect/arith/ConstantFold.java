// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calculates with constants, element by element where there are several. A number is an integer in
 * two's complement, or the bits of a floating-point number. What an operator has no outcome for
 * stays as it is, all elements of it.
 */
public final class ConstantFold {
  private ConstantFold() {}

  /** An operator on one number; null stands for no outcome. */
  @FunctionalInterface
  public interface Unary {
    @Nullable BigInteger apply(BigInteger number);
  }

  /** An operator on two numbers; null stands for no outcome. */
  @FunctionalInterface
  public interface Binary {
    @Nullable BigInteger apply(BigInteger left, BigInteger right);
  }

  /** An operator on two floating-point numbers of a format; null stands for no outcome. */
  @FunctionalInterface
  public interface Real {
    @Nullable BigInteger apply(FloatFormat format, BigInteger left, BigInteger right);
  }

  // --- Operations with one result ---------------------------------------------------------------

  /** Folds an operation on two signed integers. */
  public static FoldResult signed(Operation op, Binary operator) {
    return result(binary(op, op.result(0).type(), operator));
  }

  /** Folds an operation on two unsigned integers. */
  static FoldResult unsigned(Operation op, Binary operator) {
    int width = Widths.of(op.operand(0).type());
    return signed(
        op,
        (left, right) ->
            operator.apply(Widths.unsigned(left, width), Widths.unsigned(right, width)));
  }

  /** Folds an operation on two floating-point numbers. */
  public static FoldResult reals(Operation op, Real operator) {
    FloatFormat format = format(op.operand(0).type());
    return signed(op, (left, right) -> operator.apply(format, left, right));
  }

  /** Folds an operation on one number. */
  public static FoldResult unary(Operation op, Unary operator) {
    return result(unary(op.result(0).type(), Constants.of(op.operand(0)), operator));
  }

  /** The format of a floating-point number, or of each number of a container. */
  public static FloatFormat format(Type type) {
    return ((FloatType) Shapes.element(type)).format();
  }

  /** A constant as an outcome; null stands for none. */
  static FoldResult result(@Nullable TypedAttr constant) {
    return constant == null ? FoldResult.unchanged() : FoldResult.constant(constant);
  }

  /** Zero of the type of a value as an outcome; there is none where the shape is not known. */
  static FoldResult zero(Value value) {
    return result(splat(value.type(), BigInteger.ZERO));
  }

  // --- Constants --------------------------------------------------------------------------------

  /** The constant of a type whose numbers are all the same, or null where there is none. */
  static @Nullable TypedAttr splat(Type type, BigInteger number) {
    return switch (type) {
      case ShapedType shaped ->
          shaped.hasStaticShape() ? DenseElementsAttr.of(shaped, List.of(number)) : null;
      case TensorType _ -> null;
      case FloatType real -> FloatAttr.ofBits(real, number);
      default -> IntegerAttr.of(type, number);
    };
  }

  /** The outcome of an operator on the two operands of an operation, or null. */
  static @Nullable TypedAttr binary(Operation op, Type type, Binary operator) {
    Attribute left = Constants.of(op.operand(0));
    Attribute right = left == null ? null : Constants.of(op.operand(1));
    BigInteger one = number(left);
    BigInteger other = number(right);
    if (one != null && other != null) {
      BigInteger outcome = operator.apply(one, other);
      return outcome == null ? null : splat(type, outcome);
    }
    return left instanceof DenseElementsAttr a
            && right instanceof DenseElementsAttr b
            && type instanceof ShapedType shaped
        ? elements(shaped, a, b, operator)
        : null;
  }

  private static @Nullable TypedAttr elements(
      ShapedType type, DenseElementsAttr left, DenseElementsAttr right, Binary operator) {
    List<BigInteger> numbers = new ArrayList<>();
    for (int i = 0; i < type.elementCount(); i++) {
      BigInteger outcome = operator.apply(left.bits(i), right.bits(i));
      if (outcome == null) {
        return null;
      }
      numbers.add(outcome);
    }
    return DenseElementsAttr.of(type, numbers);
  }

  /** The outcome of an operator on a constant, or null. */
  static @Nullable TypedAttr unary(Type type, @Nullable Attribute constant, Unary operator) {
    BigInteger number = number(constant);
    if (number != null) {
      BigInteger outcome = operator.apply(number);
      return outcome == null ? null : splat(type, outcome);
    }
    if (!(constant instanceof DenseElementsAttr dense && type instanceof ShapedType shaped)) {
      return null;
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (int i = 0; i < shaped.elementCount(); i++) {
      BigInteger outcome = operator.apply(dense.bits(i));
      if (outcome == null) {
        return null;
      }
      numbers.add(outcome);
    }
    return DenseElementsAttr.of(shaped, numbers);
  }

  /** The number of a constant whose numbers are all the same, or null. */
  private static @Nullable BigInteger number(@Nullable Attribute constant) {
    return switch (constant) {
      case IntegerAttr integer -> integer.value();
      case FloatAttr real -> real.bits();
      case DenseElementsAttr dense when dense.isSplat() -> dense.bits(0);
      case null, default -> null;
    };
  }
}
