// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.number.FloatFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A floating-point type: {@code f16}, {@code bf16}, {@code f8E4M3FN}.
 *
 * @param format its bits and their meaning
 */
public record FloatType(FloatFormat format) implements Type {
  private static final Map<FloatFormat, FloatType> ALL = new EnumMap<>(FloatFormat.class);

  static {
    for (FloatFormat format : FloatFormat.values()) {
      ALL.put(format, new FloatType(format));
    }
  }

  /** 16 bits, 11 of them significant. */
  public static final FloatType F16 = of(FloatFormat.F16);

  /** 16 bits, 8 of them significant. */
  public static final FloatType BF16 = of(FloatFormat.BF16);

  /** 32 bits. */
  public static final FloatType F32 = of(FloatFormat.F32);

  /** 64 bits. */
  public static final FloatType F64 = of(FloatFormat.F64);

  /** The type of a format. */
  public static FloatType of(FloatFormat format) {
    return Objects.requireNonNull(ALL.get(format));
  }

  /** How many bits it has. */
  public int width() {
    return format.width();
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text(format.keyword());
  }
}
