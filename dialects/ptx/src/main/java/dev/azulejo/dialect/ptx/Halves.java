// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.StringAttr;

/** What arithmetic on numbers of 16 bits needs of a target, alone or in pairs. */
final class Halves {
  private static final Needs SM80 = Needs.of(70, 80);

  private Halves() {}

  private static boolean isF16(Operation op, Type type) {
    return type.equals(FloatType.F16) || isPacked(op, "f16x2");
  }

  private static boolean isBF16(Operation op, Type type) {
    return type.equals(FloatType.BF16) || isPacked(op, "bf16x2");
  }

  private static boolean isPacked(Operation op, String words) {
    return op.attribute("packed") instanceof StringAttr packed && packed.value().equals(words);
  }

  /** Sums, differences, products, comparisons. */
  static Needs arithmetic(Operation op, Type type) {
    if (isPacked(op, "s16x2") || isPacked(op, "u16x2")) {
      return Needs.of(80, 90);
    }
    return isBF16(op, type) ? Needs.of(78, 90) : Needs.NOTHING;
  }

  /** Fused products and sums. */
  static Needs fused(Operation op, Type type) {
    return isBF16(op, type) || op.hasAttribute("relu") ? SM80 : Needs.NOTHING;
  }

  /** The smaller and the larger of two. */
  static Needs extremum(Operation op, Type type, boolean propagatesNaN) {
    if (isPacked(op, "s16x2") || isPacked(op, "u16x2")) {
      return Needs.of(80, 90);
    }
    return propagatesNaN || isF16(op, type) || isBF16(op, type) ? SM80 : Needs.NOTHING;
  }

  /** Absolute values and changes of sign. */
  static Needs sign(Operation op, Type type) {
    if (isBF16(op, type)) {
      return SM80;
    }
    return isF16(op, type) ? Needs.of(65, 70) : Needs.NOTHING;
  }

  /** Powers of two and hyperbolic tangents. */
  static Needs function(Operation op, Type type, String name) {
    if (isBF16(op, type)) {
      return Needs.of(78, 90);
    }
    return isF16(op, type) || name.equals("tanh") ? Needs.of(70, 75) : Needs.NOTHING;
  }
}
