// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.math.CosOp;
import dev.azulejo.dialect.math.Exp2Op;
import dev.azulejo.dialect.math.ExpOp;
import dev.azulejo.dialect.math.Log2Op;
import dev.azulejo.dialect.math.LogOp;
import dev.azulejo.dialect.math.RsqrtOp;
import dev.azulejo.dialect.math.SinOp;
import dev.azulejo.dialect.math.SqrtOp;
import dev.azulejo.dialect.math.TanhOp;
import dev.azulejo.dialect.ptx.DivOp;
import dev.azulejo.dialect.ptx.Ex2Op;
import dev.azulejo.dialect.ptx.Lg2Op;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that have instructions, which approximate: only where the program allows that. */
final class Functions {
  private static final double LOG2_OF_E = 1 / Math.log(2);
  private static final double LOG_OF_2 = Math.log(2);

  private final KernelWriter writer;

  Functions(KernelWriter writer) {
    this.writer = writer;
  }

  /** The result of an operation on a number in a register, or null where it is none of these. */
  @Nullable Value convert(Operation op, List<Value> in) throws Unconvertible {
    return switch (op) {
      case SqrtOp _ -> squareRoot(op, in.getFirst());
      case RsqrtOp _ -> inverseSquareRoot(op, in.getFirst());
      case Exp2Op _ -> Ex2Op.create(writer.at(), approximated(op, in.getFirst())).result();
      case ExpOp _ -> {
        Value scaled = times(approximated(op, in.getFirst()), LOG2_OF_E);
        yield Ex2Op.create(writer.at(), scaled).result();
      }
      case Log2Op _ -> logarithm(approximated(op, in.getFirst()));
      case LogOp _ -> times(logarithm(approximated(op, in.getFirst())), LOG_OF_2);
      case TanhOp _ ->
          dev.azulejo.dialect.ptx.TanhOp.create(writer.at(), approximated(op, in.getFirst()))
              .result();
      case SinOp _ ->
          dev.azulejo.dialect.ptx.SinOp.create(
                  writer.at(), approximated(op, in.getFirst()), FloatType.F32)
              .result();
      case CosOp _ ->
          dev.azulejo.dialect.ptx.CosOp.create(
                  writer.at(), approximated(op, in.getFirst()), FloatType.F32)
              .result();
      default -> null;
    };
  }

  private Value approximated(Operation op, Value value) throws Unconvertible {
    if (!value.type().equals(FloatType.F32)) {
      throw writer.failure("has no instruction for %s", AsmText.ofType(value.type()));
    }
    if (!FloatOps.allows(op, FastMathAttr.Flag.AFN)) {
      throw writer.failure("has only an instruction that approximates: allow it by fastmath<afn>");
    }
    return value;
  }

  private Value squareRoot(Operation op, Value value) {
    dev.azulejo.dialect.ptx.SqrtOp root = dev.azulejo.dialect.ptx.SqrtOp.create(writer.at(), value);
    if (FloatOps.allows(op, FastMathAttr.Flag.AFN) && value.type().equals(FloatType.F32)) {
      root.setAttribute("approx", UnitAttr.INSTANCE);
    }
    return root.result();
  }

  private Value inverseSquareRoot(Operation op, Value value) throws Unconvertible {
    if (FloatOps.allows(op, FastMathAttr.Flag.AFN)) {
      return dev.azulejo.dialect.ptx.RsqrtOp.create(writer.at(), approximated(op, value)).result();
    }
    Value root = squareRoot(op, value);
    return DivOp.create(writer.at(), number(1, value), root).result();
  }

  private Value logarithm(Value value) {
    return Lg2Op.create(writer.at(), value, FloatType.F32).result();
  }

  private Value times(Value value, double factor) {
    return MulOp.create(writer.at(), value, number(factor, value)).result();
  }

  private Value number(double number, Value like) {
    FloatType type = like.type() instanceof FloatType floating ? floating : FloatType.F32;
    return writer.constant(FloatAttr.of(type, number));
  }
}
