// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** How the values of two threads become one. */
public enum AllReduceOperation {
  /** The sum. */
  ADD,
  /** The product. */
  MUL,
  /** The smaller unsigned integer. */
  MINUI,
  /** The smaller signed integer. */
  MINSI,
  /** The smaller number, the other one if one is NaN. */
  MINNUMF,
  /** The larger unsigned integer. */
  MAXUI,
  /** The larger signed integer. */
  MAXSI,
  /** The larger number, the other one if one is NaN. */
  MAXNUMF,
  /** Bitwise and. */
  AND,
  /** Bitwise or. */
  OR,
  /** Bitwise exclusive or. */
  XOR,
  /** The smaller number, NaN if one is. */
  MINIMUMF,
  /** The larger number, NaN if one is. */
  MAXIMUMF;

  /** Can it combine values of a type, or the elements of vectors of a type? */
  public boolean accepts(Type type) {
    Type element = type instanceof VectorType vector ? vector.elementType() : type;
    return switch (this) {
      case ADD, MUL -> true;
      case MINUI, MINSI, MAXUI, MAXSI, AND, OR, XOR -> element instanceof IntegerType;
      case MINNUMF, MAXNUMF, MINIMUMF, MAXIMUMF -> element instanceof FloatType;
    };
  }

  /** Takes its word, if a word comes next. */
  static @Nullable AllReduceOperationAttr parse(OpParser parser) {
    Location place = parser.location();
    String word = parser.acceptKeyword();
    if (word == null) {
      return null;
    }
    for (AllReduceOperation operation : values()) {
      if (EnumWords.of(operation).equals(word)) {
        return new AllReduceOperationAttr(operation);
      }
    }
    throw parser.error(place, "invalid op kind");
  }

  /** Reports that it can't combine values of a type. */
  void verify(Operation op, Type type, Diagnostics diagnostics) {
    if (!accepts(type)) {
      diagnostics.report(
          Diagnostic.error(
              op.location(),
              "`%s` reduction operation is not compatible with type '%s'",
              EnumWords.of(this),
              AsmText.ofType(type)));
    }
  }
}
