// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;

/** What conversions call their numbers, and what they need of a target. */
final class Conversions {
  private Conversions() {}

  /** The word for a side of a conversion: as an attribute says, else as the type does. */
  static String word(Operation op, String attribute, Type type) {
    return op.attribute(attribute) instanceof StringAttr given
        ? given.value()
        : TypeWords.number(type);
  }

  /** What a conversion needs. */
  static Needs needs(Operation op, String to, String from) {
    if (isOneOf(to, from, "e2m1x2", "ue8m0x2")) {
      return Needs.featured(86, 100);
    }
    if (isOneOf(to, from, "e4m3x2", "e5m2x2")) {
      return Needs.of(81, 89).or(Needs.of(78, 90));
    }
    boolean isBF16 = isOneOf(to, from, "bf16", "bf16");
    if (isBF16 && !(to.equals("bf16") && from.equals("f32"))) {
      return from.equals("bf16") && to.equals("f32") ? Needs.of(71, 80) : Needs.of(78, 90);
    }
    boolean isNew = isBF16 || isOneOf(to, from, "f16x2", "bf16x2") || to.equals("tf32");
    return isNew || op.hasAttribute("relu") ? Needs.of(70, 80) : Needs.NOTHING;
  }

  private static boolean isOneOf(String to, String from, String one, String other) {
    return to.equals(one) || to.equals(other) || from.equals(one) || from.equals(other);
  }

  /** Reports words that do not go with the registers, and roundings that are missing. */
  static void verify(Operation op, Type from, Type to, Diagnostics diagnostics) {
    String source = word(op, "from", from);
    String target = word(op, "to", to);
    if (bits(source) > TypeWords.width(from) || bits(target) > TypeWords.width(to)) {
      diagnostics.report(op.error("converts %s to %s, which does not fit", source, target));
    } else if (op.hasAttribute("relu") && (op.hasAttribute("ftz") || op.hasAttribute("sat"))) {
      diagnostics.report(op.error("has 'relu', with which 'ftz' and 'sat' don't go"));
    } else if (!op.hasAttribute("rounding") && needsRounding(source, target)) {
      diagnostics.report(op.error("converts %s to %s, which needs 'rounding'", source, target));
    } else if (op.hasAttribute("rounding") && isExact(source, target)) {
      diagnostics.report(op.error("converts %s to %s exactly: no 'rounding'", source, target));
    }
  }

  /** Whole numbers become others exactly; registers of type i32 may hold floats too. */
  private static boolean isExact(String source, String target) {
    return !isFloat(source) && !isFloat(target);
  }

  private static boolean needsRounding(String source, String target) {
    if (isFloat(source) && isFloat(target)) {
      return bits(source) > bits(target) || target.equals("tf32") || source.endsWith("x2");
    }
    return isFloat(source) != isFloat(target);
  }

  private static boolean isFloat(String word) {
    return word.charAt(0) != 's' && !word.matches("u\\d+");
  }

  private static int bits(String word) {
    return switch (word) {
      case "tf32" -> 32;
      case "f16x2", "bf16x2" -> 32;
      case "e4m3x2", "e5m2x2", "ue8m0x2" -> 16;
      case "e2m1x2" -> 8;
      case "bf16" -> 16;
      default -> Integer.parseInt(word.substring(1));
    };
  }

  /** Reports a register that has not the width of a pair. */
  static void verifyPair(Operation op, String to, Type type, Diagnostics diagnostics) {
    if (TypeWords.width(type) != Math.max(16, bits(to))) {
      diagnostics.report(op.error("makes %s, which does not fit its result", to));
    } else if (bits(to) < 32 && !op.hasAttribute("satfinite")) {
      diagnostics.report(op.error("makes %s, which needs 'satfinite'", to));
    }
  }
}
