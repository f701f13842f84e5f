// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.AddFOp;
import dev.azulejo.dialect.arith.CmpFOp;
import dev.azulejo.dialect.arith.CmpFPredicate;
import dev.azulejo.dialect.arith.DivFOp;
import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.MaxNumFOp;
import dev.azulejo.dialect.arith.MaximumFOp;
import dev.azulejo.dialect.arith.MinNumFOp;
import dev.azulejo.dialect.arith.MinimumFOp;
import dev.azulejo.dialect.arith.MulFOp;
import dev.azulejo.dialect.arith.NegFOp;
import dev.azulejo.dialect.arith.SubFOp;
import dev.azulejo.dialect.math.AbsFOp;
import dev.azulejo.dialect.math.CeilOp;
import dev.azulejo.dialect.math.FloorOp;
import dev.azulejo.dialect.math.FmaOp;
import dev.azulejo.dialect.math.RoundEvenOp;
import dev.azulejo.dialect.math.TruncOp;
import dev.azulejo.dialect.ptx.AbsOp;
import dev.azulejo.dialect.ptx.AddOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.dialect.ptx.DivOp;
import dev.azulejo.dialect.ptx.MaxOp;
import dev.azulejo.dialect.ptx.MinOp;
import dev.azulejo.dialect.ptx.MulOp;
import dev.azulejo.dialect.ptx.NegOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.SubOp;
import dev.azulejo.dialect.vector.FMAOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on floating-point numbers. A sum or product says how it is rounded, so that nobody
 * joins the two into one, unless the program allows that.
 */
final class FloatOps {
  private static final String ROUNDING = "rounding";

  private final KernelWriter writer;
  private final Functions functions;

  FloatOps(KernelWriter writer) {
    this.writer = writer;
    this.functions = new Functions(writer);
  }

  /** May an operation do what a flag says? */
  static boolean allows(Operation op, FastMathAttr.Flag flag) {
    return op.attribute("fastmath") instanceof FastMathAttr given && given.has(flag);
  }

  /** The result of an operation on numbers in registers, or null where it is none of these. */
  @Nullable Value convert(Operation op, List<Value> in) throws Unconvertible {
    return switch (op) {
      case AddFOp _ -> rounded(op, AddOp.create(writer.at(), in.get(0), in.get(1)));
      case SubFOp _ -> rounded(op, SubOp.create(writer.at(), in.get(0), in.get(1)));
      case MulFOp _ -> rounded(op, MulOp.create(writer.at(), in.get(0), in.get(1)));
      case DivFOp _ -> divide(op, in);
      case NegFOp _ -> NegOp.create(writer.at(), in.getFirst()).result();
      case AbsFOp _ -> AbsOp.create(writer.at(), in.getFirst()).result();
      case MaximumFOp _ -> nan(MaxOp.create(writer.at(), in.get(0), in.get(1)));
      case MinimumFOp _ -> nan(MinOp.create(writer.at(), in.get(0), in.get(1)));
      case MaxNumFOp _ -> MaxOp.create(writer.at(), in.get(0), in.get(1)).result();
      case MinNumFOp _ -> MinOp.create(writer.at(), in.get(0), in.get(1)).result();
      case FmaOp _, FMAOp _ -> fma(in);
      case CmpFOp compare -> compare(compare.predicate(), in.get(0), in.get(1));
      case FloorOp _ -> toIntegral(in.getFirst(), "rmi");
      case CeilOp _ -> toIntegral(in.getFirst(), "rpi");
      case TruncOp _ -> toIntegral(in.getFirst(), "rzi");
      case RoundEvenOp _ -> toIntegral(in.getFirst(), "rni");
      default -> functions.convert(op, in);
    };
  }

  private static Value rounded(Operation from, Operation to) {
    if (!allows(from, FastMathAttr.Flag.CONTRACT)) {
      to.setAttribute(ROUNDING, StringAttr.of("rn"));
    }
    return to.result(0);
  }

  private static Value nan(Operation op) {
    op.setAttribute("nan", UnitAttr.INSTANCE);
    return op.result(0);
  }

  private Value divide(Operation op, List<Value> in) {
    DivOp quotient = DivOp.create(writer.at(), in.get(0), in.get(1));
    boolean fast = allows(op, FastMathAttr.Flag.AFN) || allows(op, FastMathAttr.Flag.ARCP);
    if (fast && Scalars.width(quotient.result().type()) == Float.SIZE) {
      quotient.setAttribute("approx", UnitAttr.INSTANCE);
    }
    return quotient.result();
  }

  private Value fma(List<Value> in) {
    return dev.azulejo.dialect.ptx.FmaOp.create(writer.at(), in.get(0), in.get(1), in.get(2))
        .result();
  }

  private Value toIntegral(Value value, String rounding) {
    CvtOp op = CvtOp.create(writer.at(), value, value.type());
    op.setAttribute(ROUNDING, StringAttr.of(rounding));
    return op.result();
  }

  private Value compare(IntegerAttr number, Value left, Value right) throws Unconvertible {
    CmpFPredicate predicate = CmpFPredicate.of(number);
    if (predicate == null) {
      throw writer.failure("compares in a way that nobody knows");
    }
    String word = word(predicate);
    return word == null
        ? writer.constant(IntegerAttr.bool(predicate == CmpFPredicate.TRUE))
        : SetpOp.create(writer.at(), left, right, word).result();
  }

  /** The instruction's word, or null where no comparison is needed. */
  private static @Nullable String word(CmpFPredicate predicate) {
    return switch (predicate) {
      case FALSE, TRUE -> null;
      case OEQ -> "eq";
      case OGT -> "gt";
      case OGE -> "ge";
      case OLT -> "lt";
      case OLE -> "le";
      case ONE -> "ne";
      case ORD -> "num";
      case UEQ -> "equ";
      case UGT -> "gtu";
      case UGE -> "geu";
      case ULT -> "ltu";
      case ULE -> "leu";
      case UNE -> "neu";
      case UNO -> "nan";
    };
  }
}
