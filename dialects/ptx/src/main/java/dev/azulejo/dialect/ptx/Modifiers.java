// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;

/** Which modifiers go with which types. */
final class Modifiers {
  private static final List<String> OF_FLOATS = List.of("rounding", "ftz", "approx", "nan", "relu");
  private static final List<String> OF_F32 = List.of("ftz", "approx");

  private Modifiers() {}

  /** Does an instruction see its operands as whole numbers? */
  static boolean isWhole(Operation op, Type type) {
    return type instanceof IntegerType && !op.hasAttribute("packed");
  }

  /** Reports modifiers that do not go with a type. */
  static void verify(Operation op, Type type, Diagnostics diagnostics) {
    if (op.attribute("packed") instanceof StringAttr packed) {
      verifyPacked(op, packed.value(), type, diagnostics);
      return;
    }
    if (isWhole(op, type)) {
      for (String name : OF_FLOATS) {
        if (op.hasAttribute(name)) {
          diagnostics.report(op.error("has '%s', which whole numbers have not", name));
          return;
        }
      }
      if (op.hasAttribute("sat") && !type.equals(IntegerType.I32)) {
        diagnostics.report(op.error("has 'sat', which whole numbers of 32 bits alone have"));
      }
      return;
    }
    for (String name : OF_F32) {
      if (op.hasAttribute(name) && type.equals(FloatType.F64) && !isReciprocal(op, name)) {
        diagnostics.report(op.error("has '%s', which f64 has not", name));
        return;
      }
    }
    if (op.hasAttribute("unsigned")) {
      diagnostics.report(op.error("has 'unsigned', which floating-point numbers have not"));
    } else if (op.hasAttribute("approx") && op.hasAttribute("rounding")) {
      diagnostics.report(op.error("has both 'approx' and 'rounding'"));
    }
  }

  /** Fast reciprocals of f64 exist, with small numbers taken as zero. */
  private static boolean isReciprocal(Operation op, String name) {
    boolean known = op instanceof RcpOp || op instanceof RsqrtOp;
    return known && (name.equals("approx") || op.hasAttribute("ftz"));
  }

  /** As {@link #verify}, where whole numbers that are no pairs are wrong. */
  static void verifyFloat(Operation op, Type type, Diagnostics diagnostics) {
    if (isWhole(op, type)) {
      diagnostics.report(op.error("takes i32 as a pair only: say which by 'packed'"));
    } else {
      verify(op, type, diagnostics);
    }
  }

  private static void verifyPacked(
      Operation op, String packed, Type type, Diagnostics diagnostics) {
    boolean isHalves = packed.equals("f16x2") || packed.equals("bf16x2");
    if (!type.equals(IntegerType.I32)) {
      diagnostics.report(op.error("has 'packed', but pairs are in registers of type i32"));
    } else if (!isHalves && !(op instanceof AddOp || op instanceof MinOp || op instanceof MaxOp)) {
      diagnostics.report(op.error("has no form for pairs of %s", packed));
    }
  }

  /** Reports a width that bit fields have not. */
  static void verifyWide(Operation op, Type type, Diagnostics diagnostics) {
    if (TypeWords.width(type) < Integer.SIZE) {
      diagnostics.report(op.error("works on 32 or 64 bits"));
    }
  }

  /** Reports parts that do not fill a register. */
  static void verifyParts(
      Operation op, List<? extends Value> parts, Type whole, Diagnostics diagnostics) {
    int width = 0;
    for (Value part : parts) {
      if (!part.type().equals(parts.getFirst().type())) {
        diagnostics.report(op.error("has parts of different types"));
        return;
      }
      width += TypeWords.width(part.type());
    }
    if ((parts.size() != 2 && parts.size() != 4) || width != TypeWords.width(whole)) {
      diagnostics.report(
          op.error("needs two or four parts of %d bits together", TypeWords.width(whole)));
    }
  }
}
