// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.MadOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.MulWideOp;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/** Sums and products of whole numbers, computed at once where they are constants. */
final class Whole {
  private final KernelWriter writer;

  Whole(KernelWriter writer) {
    this.writer = writer;
  }

  Value add(Value left, Value right) {
    Long a = KernelWriter.number(left);
    Long b = KernelWriter.number(right);
    if (a != null && b != null) {
      return constant(a + b, left);
    }
    if (a != null) {
      return a == 0 ? right : AddOp.create(writer.at(), right, left).result();
    }
    return b != null && b == 0 ? left : AddOp.create(writer.at(), left, right).result();
  }

  Value multiply(Value left, Value right) {
    Long a = KernelWriter.number(left);
    Long b = KernelWriter.number(right);
    if (a != null && b != null) {
      return constant(a * b, left);
    }
    if (a != null) {
      return multiply(right, left);
    }
    if (b != null && b == 0) {
      return right;
    }
    if (b != null && b == 1) {
      return left;
    }
    Value narrow = b != null && b == b.intValue() ? widened(left) : null;
    return narrow != null && b != null
        ? MulWideOp.create(writer.at(), narrow, writer.i32(b)).result()
        : MulOp.create(writer.at(), left, right).result();
  }

  /** A number of 32 bits as one of 64 bits. */
  Value widen(Value value) {
    Long known = KernelWriter.number(value);
    return known != null
        ? writer.constant(IntegerAttr.i64(known))
        : CvtOp.create(writer.at(), value, IntegerType.I64).result();
  }

  /** The product of numbers of 32 bits, of 64 bits. */
  Value product(Value left, Value right) {
    Long a = KernelWriter.number(left);
    Long b = KernelWriter.number(right);
    if (a != null && b != null) {
      return writer.constant(IntegerAttr.i64(a * b));
    }
    return MulWideOp.create(writer.at(), left, right).result();
  }

  /** The value of 32 bits that one of 64 bits was made of by carrying its sign on, or null. */
  private static @Nullable Value widened(Value value) {
    boolean carries =
        value.definingOp() instanceof CvtOp cvt
            && cvt.from().isEmpty()
            && cvt.operand().type().equals(IntegerType.I32)
            && value.type().equals(IntegerType.I64);
    return carries && value.definingOp() instanceof CvtOp cvt ? cvt.operand() : null;
  }

  /** The product of a value and a number, and another value added. */
  Value multiplyAdd(Value value, long factor, Value addend) {
    Value by = constant(factor, value);
    Long known = KernelWriter.number(value);
    Long added = KernelWriter.number(addend);
    if (known != null || factor == 0 || factor == 1 || (added != null && added == 0)) {
      return add(multiply(value, by), addend);
    }
    return MadOp.create(writer.at(), value, by, addend).result();
  }

  private Value constant(long number, Value like) {
    return writer.constant(IntegerAttr.of(like.type(), number));
  }
}
