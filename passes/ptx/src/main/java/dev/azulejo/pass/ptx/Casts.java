// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.BitcastOp;
import dev.azulejo.dialect.arith.ExtFOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FPToSIOp;
import dev.azulejo.dialect.arith.FPToUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.IndexCastUIOp;
import dev.azulejo.dialect.arith.SIToFPOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.arith.UIToFPOp;
import dev.azulejo.dialect.ptx.AndOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.SelpOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import org.jspecify.annotations.Nullable;

/** Conversions from one type to another. */
final class Casts {
  private final KernelWriter writer;

  Casts(KernelWriter writer) {
    this.writer = writer;
  }

  /** The result of an operation on a number in a register, or null where it is none of these. */
  @Nullable Value convert(Operation op, Value in, Type type) throws Unconvertible {
    return switch (op) {
      case IndexCastOp _, ExtSIOp _ -> resize(in, type, true);
      case IndexCastUIOp _, ExtUIOp _, TruncIOp _ -> resize(in, type, false);
      case ExtFOp _ -> CvtOp.create(writer.at(), in, type).result();
      case TruncFOp truncation -> {
        if (truncation.roundingmode().isPresent()) {
          throw writer.failure("has a rounding mode, which is not converted yet");
        }
        yield rounded(in, type, "rn", null, null);
      }
      case SIToFPOp _ -> fromWhole(in, type, true);
      case UIToFPOp _ -> fromWhole(in, type, false);
      case FPToSIOp _ -> rounded(in, type, "rzi", null, null);
      case FPToUIOp _ -> rounded(in, type, "rzi", null, "u" + Scalars.width(type));
      case BitcastOp _ ->
          in.type().equals(type)
              ? in
              : dev.azulejo.dialect.ptx.BitcastOp.create(writer.at(), in, type).result();
      default -> null;
    };
  }

  private Value resize(Value in, Type type, boolean signed) {
    if (in.type().equals(type)) {
      return in;
    }
    if (in.type().equals(IntegerType.I1)) {
      return choose(in, IntegerAttr.of(type, signed ? -1 : 1), IntegerAttr.of(type, 0));
    }
    if (type.equals(IntegerType.I1)) {
      Value one = writer.constant(IntegerAttr.of(in.type(), 1));
      Value lowest = AndOp.create(writer.at(), in, one).result();
      Value zero = writer.constant(IntegerAttr.of(in.type(), 0));
      return SetpOp.create(writer.at(), lowest, zero, "ne").result();
    }
    Long known = KernelWriter.number(in);
    int from = Scalars.width(in.type());
    if (known != null) {
      boolean masks = !signed && from < Long.SIZE;
      return writer.constant(IntegerAttr.of(type, masks ? known & ((1L << from) - 1) : known));
    }
    CvtOp op = CvtOp.create(writer.at(), in, type);
    if (!signed) {
      op.setAttribute("from", StringAttr.of("u" + from));
      op.setAttribute("to", StringAttr.of("u" + Scalars.width(type)));
    }
    return op.result();
  }

  private Value fromWhole(Value in, Type type, boolean signed) {
    if (in.type().equals(IntegerType.I1) && type instanceof FloatType floating) {
      return choose(in, FloatAttr.of(floating, signed ? -1 : 1), FloatAttr.of(floating, 0));
    }
    return rounded(in, type, "rn", signed ? null : "u" + Scalars.width(in.type()), null);
  }

  private Value choose(Value condition, TypedAttr onTrue, TypedAttr onFalse) {
    return SelpOp.create(writer.at(), writer.constant(onTrue), writer.constant(onFalse), condition)
        .result();
  }

  private Value rounded(
      Value in, Type type, String rounding, @Nullable String from, @Nullable String to) {
    CvtOp op = CvtOp.create(writer.at(), in, type);
    op.setAttribute("rounding", StringAttr.of(rounding));
    if (from != null) {
      op.setAttribute("from", StringAttr.of(from));
    }
    if (to != null) {
      op.setAttribute("to", StringAttr.of(to));
    }
    return op.result();
  }
}
