// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CeilDivSIOp;
import dev.azulejo.dialect.arith.CeilDivUIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivSIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
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
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.math.AbsIOp;
import dev.azulejo.dialect.math.CountLeadingZerosOp;
import dev.azulejo.dialect.math.CtPopOp;
import dev.azulejo.dialect.ptx.AbsOp;
import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.AndOp;
import dev.azulejo.dialect.ptx.ClzOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.DivOp;
import dev.azulejo.dialect.ptx.MadOp;
import dev.azulejo.dialect.ptx.MadWideOp;
import dev.azulejo.dialect.ptx.MaxOp;
import dev.azulejo.dialect.ptx.MinOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.NotOp;
import dev.azulejo.dialect.ptx.OrOp;
import dev.azulejo.dialect.ptx.PopcOp;
import dev.azulejo.dialect.ptx.RemOp;
import dev.azulejo.dialect.ptx.SelpOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.ShlOp;
import dev.azulejo.dialect.ptx.ShrOp;
import dev.azulejo.dialect.ptx.SubOp;
import dev.azulejo.dialect.ptx.XorOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.VectorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic on whole numbers and truth values, and choices. */
final class IntegerOps {
  private static final int LANE_BITS = 5;
  private static final int LANES = 32;

  private final KernelWriter writer;
  private final Whole whole;

  IntegerOps(KernelWriter writer) {
    this.writer = writer;
    this.whole = new Whole(writer);
  }

  /** The result of an operation on numbers in registers, or null where it is none of these. */
  @Nullable Value convert(Operation op, List<Value> in) throws Unconvertible {
    return switch (op) {
      case AddIOp _ when isBit(in) -> XorOp.create(writer.at(), in.get(0), in.get(1)).result();
      case AddIOp sum -> add(sum, in.get(0), in.get(1));
      case SubIOp _ -> SubOp.create(writer.at(), in.get(0), in.get(1)).result();
      case MulIOp _ -> whole.multiply(in.get(0), in.get(1));
      case DivSIOp _ -> divide(in, false);
      case DivUIOp _ when powerOfTwo(in) >= 0 -> shifted(op, in.get(0), powerOfTwo(in));
      case DivUIOp _ -> divide(in, true);
      case RemSIOp _ -> remainder(in, false);
      case RemUIOp _ when powerOfTwo(in) >= 0 -> {
        IntegerAttr mask = IntegerAttr.of(in.get(0).type(), (1L << powerOfTwo(in)) - 1);
        yield AndOp.create(writer.at(), in.get(0), writer.constant(mask)).result();
      }
      case RemUIOp _ -> remainder(in, true);
      case CeilDivUIOp _ -> ceiling(in);
      case CeilDivSIOp _ -> roundedQuotient(in, true);
      case FloorDivSIOp _ -> roundedQuotient(in, false);
      case AndIOp _ -> AndOp.create(writer.at(), in.get(0), in.get(1)).result();
      case OrIOp _ -> OrOp.create(writer.at(), in.get(0), in.get(1)).result();
      case XOrIOp _ -> XorOp.create(writer.at(), in.get(0), in.get(1)).result();
      case ShLIOp _ -> ShlOp.create(writer.at(), in.get(0), distance(in.get(1))).result();
      case ShRSIOp _ -> ShrOp.create(writer.at(), in.get(0), distance(in.get(1))).result();
      case ShRUIOp _ -> shifted(op, in.get(0), in.get(1));
      case MinSIOp _ -> MinOp.create(writer.at(), in.get(0), in.get(1)).result();
      case MaxSIOp _ -> MaxOp.create(writer.at(), in.get(0), in.get(1)).result();
      case MinUIOp _ -> unsigned(MinOp.create(writer.at(), in.get(0), in.get(1))).result(0);
      case MaxUIOp _ -> unsigned(MaxOp.create(writer.at(), in.get(0), in.get(1))).result(0);
      case CmpIOp compare -> compare(compare.comparison(), in.get(0), in.get(1));
      case SelectOp _ -> select(in.get(0), in.get(1), in.get(2));
      case AbsIOp _ -> AbsOp.create(writer.at(), in.getFirst()).result();
      case CtPopOp _ when isWord(in) -> PopcOp.create(writer.at(), in.getFirst()).result();
      case CountLeadingZerosOp _ when isWord(in) ->
          ClzOp.create(writer.at(), in.getFirst()).result();
      default -> null;
    };
  }

  private static boolean isBit(List<Value> in) {
    return in.getFirst().type().equals(IntegerType.I1);
  }

  private static boolean isWord(List<Value> in) {
    return in.getFirst().type().equals(IntegerType.I32);
  }

  private static Operation unsigned(Operation op) {
    op.setAttribute("unsigned", UnitAttr.INSTANCE);
    return op;
  }

  /** A sum; a product that is for nothing else becomes a part of it. */
  private Value add(AddIOp op, Value left, Value right) throws Unconvertible {
    if (KernelWriter.number(left) == null && KernelWriter.number(right) == null) {
      Value sum = fused(op.lhs(), left, right);
      sum = sum == null ? fused(op.rhs(), right, left) : sum;
      if (sum != null) {
        return sum;
      }
    }
    return whole.add(left, right);
  }

  /** The sum where the original of a value is a product that nothing else uses, or null. */
  private @Nullable Value fused(Value original, Value value, Value addend) throws Unconvertible {
    if (original.definingOp() instanceof IndexCastOp cast && original.hasOneUse()) {
      return fusedWide(cast, value, addend);
    }
    boolean alone =
        original.definingOp() instanceof MulIOp
            && original.hasOneUse()
            && !(original.type() instanceof VectorType)
            && value.isUnused();
    if (!alone
        || !(original.definingOp() instanceof MulIOp from)
        || !(value.definingOp() instanceof MulOp product)
        || !writer.scalars(from.operands()).containsAll(product.operands())) {
      return null;
    }
    Value sum = MadOp.create(writer.at(), product.lhs(), product.rhs(), addend).result();
    product.erase();
    return sum;
  }

  /** The sum of 64 bits where what is widened is a product of indices that nothing else uses. */
  private @Nullable Value fusedWide(IndexCastOp cast, Value value, Value addend) {
    boolean alone = cast.in().definingOp() instanceof MulIOp && cast.in().hasOneUse();
    if (!alone
        || !value.type().equals(IntegerType.I64)
        || !value.isUnused()
        || !(value.definingOp() instanceof CvtOp cvt)
        || !(cvt.operand().definingOp() instanceof MulOp product)
        || !product.result().hasOneUse()) {
      return null;
    }
    Value sum = MadWideOp.create(writer.at(), product.lhs(), product.rhs(), addend).result();
    cvt.erase();
    product.erase();
    return sum;
  }

  /** A number without sign shifted down. */
  private Value shifted(Operation op, Value value, Value distance) {
    Long known = KernelWriter.number(distance);
    return known == null
        ? unsigned(ShrOp.create(writer.at(), value, distance(distance))).result(0)
        : shifted(op, value, known.intValue());
  }

  /** Where a shift leaves of a thread its warp, the warp's first thread says the same. */
  private Value shifted(Operation op, Value value, int distance) {
    Value same = distance >= LANE_BITS ? ofWarp(op.operand(0)) : null;
    return unsigned(ShrOp.create(writer.at(), same == null ? value : same, writer.i32(distance)))
        .result(0);
  }

  /**
   * The number for the warp's first thread of one that goes up by one from lane to lane, or null.
   */
  private @Nullable Value ofWarp(Value original) {
    return switch (original.definingOp()) {
      case ThreadIdOp id when id.dimension() == Dimension.X -> writer.firstThread();
      case SubIOp difference when isWarps(difference.rhs()) -> {
        Value first = ofWarp(difference.lhs());
        yield first == null
            ? null
            : SubOp.create(writer.at(), first, writer.i32(constant(difference.rhs()))).result();
      }
      case null, default -> null;
    };
  }

  /** Is it the number of the threads of whole warps? */
  private static boolean isWarps(Value original) {
    return original.definingOp() instanceof ConstantOp && constant(original) % LANES == 0;
  }

  private static long constant(Value original) {
    return original.definingOp() instanceof ConstantOp known
            && known.value() instanceof IntegerAttr number
            && number.fitsLong()
        ? number.longValue()
        : 1;
  }

  // --- Quotients --------------------------------------------------------------------------------

  /** The power of two that is divided by, or -1 where it is none. */
  private static int powerOfTwo(List<Value> in) {
    Long divisor = KernelWriter.number(in.get(1));
    if (divisor == null || divisor <= 0 || Long.bitCount(divisor) != 1) {
      return -1;
    }
    return Long.numberOfTrailingZeros(divisor);
  }

  private Value divide(List<Value> in, boolean unsigned) {
    DivOp op = DivOp.create(writer.at(), in.get(0), in.get(1));
    return unsigned ? unsigned(op).result(0) : op.result();
  }

  private Value remainder(List<Value> in, boolean unsigned) {
    RemOp op = RemOp.create(writer.at(), in.get(0), in.get(1));
    return unsigned ? unsigned(op).result(0) : op.result();
  }

  private Value ceiling(List<Value> in) {
    Value quotient = divide(in, true);
    Value zero = zero(quotient);
    Value rest = SetpOp.create(writer.at(), remainder(in, true), zero, "ne").result();
    return step(quotient, rest, 1);
  }

  /** A quotient of signed numbers rounded up, or down. */
  private Value roundedQuotient(List<Value> in, boolean up) {
    Value quotient = divide(in, false);
    Value remainder = remainder(in, false);
    Value zero = zero(quotient);
    Value rest = SetpOp.create(writer.at(), remainder, zero, "ne").result();
    // Truncation has rounded up where the exact quotient is negative, and down where it is not.
    Value signs = XorOp.create(writer.at(), in.get(0), in.get(1)).result();
    Value wrongWay = SetpOp.create(writer.at(), signs, zero, up ? "ge" : "lt").result();
    return step(quotient, AndOp.create(writer.at(), rest, wrongWay).result(), up ? 1 : -1);
  }

  private Value step(Value quotient, Value condition, long by) {
    Value other =
        AddOp.create(writer.at(), quotient, writer.constant(IntegerAttr.of(quotient.type(), by)))
            .result();
    return SelpOp.create(writer.at(), other, quotient, condition).result();
  }

  private Value zero(Value like) {
    return writer.constant(IntegerAttr.of(like.type(), 0));
  }

  /** How far bits are moved, which is a number of 32 bits. */
  private Value distance(Value value) {
    Long known = KernelWriter.number(value);
    if (known != null) {
      return writer.i32(known);
    }
    return value.type().equals(IntegerType.I32)
        ? value
        : CvtOp.create(writer.at(), value, IntegerType.I32).result();
  }

  // --- Comparisons ------------------------------------------------------------------------------

  private Value compare(CmpIPredicate predicate, Value left, Value right) throws Unconvertible {
    if (left.type().equals(IntegerType.I1)) {
      return compareBits(predicate, left, right);
    }
    SetpOp op = SetpOp.create(writer.at(), left, right, word(predicate));
    return predicate.isUnsigned() ? unsigned(op).result(0) : op.result();
  }

  private Value compareBits(CmpIPredicate predicate, Value left, Value right) throws Unconvertible {
    Value differ = XorOp.create(writer.at(), left, right).result();
    return switch (predicate) {
      case NE -> differ;
      case EQ -> NotOp.create(writer.at(), differ).result();
      case SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE ->
          throw writer.failure("asks which truth value is less, for which there is no instruction");
    };
  }

  private static String word(CmpIPredicate predicate) {
    return switch (predicate) {
      case EQ -> "eq";
      case NE -> "ne";
      case SLT, ULT -> "lt";
      case SLE, ULE -> "le";
      case SGT, UGT -> "gt";
      case SGE, UGE -> "ge";
    };
  }

  private Value select(Value condition, Value onTrue, Value onFalse) {
    if (!onTrue.type().equals(IntegerType.I1)) {
      return SelpOp.create(writer.at(), onTrue, onFalse, condition).result();
    }
    Value yes = AndOp.create(writer.at(), condition, onTrue).result();
    Value not = NotOp.create(writer.at(), condition).result();
    Value no = AndOp.create(writer.at(), not, onFalse).result();
    return OrOp.create(writer.at(), yes, no).result();
  }
}
