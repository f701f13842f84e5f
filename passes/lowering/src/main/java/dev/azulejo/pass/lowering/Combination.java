// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddFOp;
import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.ExtFOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.MaxUIOp;
import dev.azulejo.dialect.arith.MaximumFOp;
import dev.azulejo.dialect.arith.MinSIOp;
import dev.azulejo.dialect.arith.MinimumFOp;
import dev.azulejo.dialect.arith.MulFOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.OrIOp;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.math.AbsFOp;
import dev.azulejo.dialect.math.AbsIOp;
import dev.azulejo.dialect.tile.ReduceKind;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How a reduction combines two elements: in 32 bits or, where source or target have them, in 64, so
 * that the result is rounded, or loses bits, once in the end.
 *
 * @param kind what is done
 * @param type what it is done in
 * @param target what the result is stored as
 */
record Combination(ReduceKind kind, Type type, Type target) {

  /** The combination of a reduction; refused for types that have no arithmetic. */
  static Combination of(ReduceOp op) throws LoweringFailure {
    Type source = Kernel.type(op.source()).elementType();
    Type target = Kernel.type(op.target()).elementType();
    boolean isLong = width(source) == Long.SIZE || width(target) == Long.SIZE;
    if (target instanceof FloatType && (source instanceof FloatType || isWhole(source))) {
      return new Combination(op.reduceKind(), isLong ? FloatType.F64 : FloatType.F32, target);
    }
    if (isWhole(source) && isWhole(target)) {
      return new Combination(op.reduceKind(), isLong ? IntegerType.I64 : IntegerType.I32, target);
    }
    throw LoweringFailure.of(
        op,
        "reductions from %s to %s are not known here; floats, and integers of 8 bits or more that"
            + " don't say how they are read, are",
        AsmText.ofType(source),
        AsmText.ofType(target));
  }

  private static boolean isWhole(Type type) {
    return type instanceof IntegerType integer && integer.isSignless() && integer.width() > 1;
  }

  private static int width(Type type) {
    return switch (type) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  boolean isReal() {
    return type instanceof FloatType;
  }

  /** How many bits what is combined has. */
  int bits() {
    return width(type);
  }

  // --- Types ------------------------------------------------------------------------------------

  /** An element of the source, as it is combined. */
  Value taken(Inserter at, Value element) {
    Value wide = widened(at, element);
    boolean isAbsolute = kind == ReduceKind.ABS_MAX || kind == ReduceKind.ABS_SUM;
    if (!isAbsolute) {
      return wide;
    }
    return isReal() ? AbsFOp.create(at, wide).result() : AbsIOp.create(at, wide).result();
  }

  /** A number of the source or of the target in the type of the combination. */
  Value widened(Inserter at, Value element) {
    if (element.type().equals(type)) {
      return element;
    }
    if (!isReal()) {
      return ExtSIOp.create(at, element, type).out();
    }
    return element.type() instanceof FloatType
        ? ExtFOp.create(at, element, type).out()
        : SIToFPOp.create(at, element, type).out();
  }

  /** A result as it is stored. */
  Value given(Inserter at, Value result) {
    if (type.equals(target)) {
      return result;
    }
    return isReal()
        ? TruncFOp.create(at, result, target).out()
        : TruncIOp.create(at, result, target).out();
  }

  // --- Combining --------------------------------------------------------------------------------

  /** Two parts combined. */
  Value combined(Inserter at, Value left, Value right) {
    return isReal() ? real(at, left, right) : whole(at, left, right);
  }

  private Value real(Inserter at, Value left, Value right) {
    return switch (kind) {
      case SUM, ABS_SUM -> AddFOp.create(at, left, right).result();
      case PROD -> MulFOp.create(at, left, right).result();
      case MAX, ABS_MAX -> MaximumFOp.create(at, left, right).result();
      case MIN -> MinimumFOp.create(at, left, right).result();
      case AND, OR, XOR -> throw new IllegalStateException("bits of floats passed the verifier");
    };
  }

  private Value whole(Inserter at, Value left, Value right) {
    return switch (kind) {
      case SUM, ABS_SUM -> AddIOp.create(at, left, right).result();
      case PROD -> MulIOp.create(at, left, right).result();
      case MAX -> MaxSIOp.create(at, left, right).result();
      // The absolute value of the smallest number is only right as one that counts from 0.
      case ABS_MAX -> MaxUIOp.create(at, left, right).result();
      case MIN -> MinSIOp.create(at, left, right).result();
      case AND -> AndIOp.create(at, left, right).result();
      case OR -> OrIOp.create(at, left, right).result();
      case XOR -> XOrIOp.create(at, left, right).result();
    };
  }

  /** The target's old contents, and the result combined. */
  Value accumulated(Inserter at, Value old, Value result) {
    return kind == ReduceKind.ABS_MAX && !isReal()
        ? MaxSIOp.create(at, old, result).result()
        : combined(at, old, result);
  }

  /** All parts combined in a balanced tree, neighbours first: few steps wait for each other. */
  Value all(Inserter at, List<? extends Value> values) {
    List<Value> level = new ArrayList<>(values);
    while (level.size() > 1) {
      List<Value> next = new ArrayList<>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        next.add(combined(at, level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        next.add(level.getLast());
      }
      level = next;
    }
    return level.getFirst();
  }

  /** What changes nothing it is combined with. */
  Value neutral(Inserter at) {
    return ConstantOp.create(at, type instanceof FloatType real ? neutral(real) : neutralWhole())
        .result();
  }

  private TypedAttr neutral(FloatType real) {
    return FloatAttr.of(
        real,
        switch (kind) {
          case SUM, ABS_SUM, ABS_MAX, AND, OR, XOR -> 0;
          case PROD -> 1;
          case MAX -> Double.NEGATIVE_INFINITY;
          case MIN -> Double.POSITIVE_INFINITY;
        });
  }

  private TypedAttr neutralWhole() {
    BigInteger limit = BigInteger.ONE.shiftLeft(bits() - 1);
    return IntegerAttr.of(
        type,
        switch (kind) {
          case SUM, ABS_SUM, ABS_MAX, OR, XOR -> BigInteger.ZERO;
          case PROD -> BigInteger.ONE;
          case MAX -> limit.negate();
          case MIN -> limit.subtract(BigInteger.ONE);
          case AND -> BigInteger.ONE.negate();
        });
  }
}
