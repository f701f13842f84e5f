// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.diag.Diagnostics;

/** What conversions have in common: the shape stays, and the elements must be convertible. */
final class Casts {
  private Casts() {}

  /** Which elements become which. */
  @FunctionalInterface
  interface Rule {
    boolean allows(Type from, Type to);
  }

  /** Checks a conversion of one operand to one result. */
  static void verify(Operation op, Rule rule, Diagnostics diagnostics) {
    Type from = op.operand(0).type();
    Type to = op.result(0).type();
    if (!Shapes.areCompatible(from, to)) {
      diagnostics.report(op.error("requires the same shape for all operands and results"));
    } else if (!Shapes.areEqual(from, to)) {
      diagnostics.report(
          op.error("failed to verify that input and output have the same tensor dimensions"));
    } else if (!rule.allows(Shapes.element(from), Shapes.element(to))) {
      diagnostics.report(
          op.error(
              "operand type '%s' and result type '%s' are cast incompatible",
              AsmText.ofType(from), AsmText.ofType(to)));
    }
  }

  /** Checks a conversion of a number and its scale to one result. */
  static void verifyScaling(Operation op, Rule rule, Diagnostics diagnostics) {
    Type from = op.operand(0).type();
    Type scale = op.operand(1).type();
    Type to = op.result(0).type();
    String problem = Shapes.elementwiseProblem(op);
    if (problem != null) {
      diagnostics.report(op.error("%s", problem));
    } else if (!rule.allows(Shapes.element(from), Shapes.element(to))) {
      diagnostics.report(
          op.error(
              "operand types '%s', '%s' and result type '%s' are cast incompatible",
              AsmText.ofType(from), AsmText.ofType(scale), AsmText.ofType(to)));
    }
  }

  static boolean widens(Type from, Type to) {
    return width(from) < width(to);
  }

  static boolean narrows(Type from, Type to) {
    return width(from) > width(to);
  }

  static boolean keepsWidth(Type from, Type to) {
    return width(from) == width(to);
  }

  static boolean isFromOrToIndex(Type from, Type to) {
    return from instanceof IndexType != to instanceof IndexType;
  }

  static boolean always(Type from, Type to) {
    return true;
  }

  private static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      default -> Long.SIZE;
    };
  }
}
