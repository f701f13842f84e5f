// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.type;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import org.jspecify.annotations.Nullable;

/** The kinds of registers, each with its type in declarations and the prefix of its names. */
public enum RegisterClass {
  /** A truth value. */
  PREDICATE("pred", "p", 1),
  /** 16 bits: a whole number, f16 or bf16. */
  B16("b16", "h", 16),
  /** 32 bits: a whole number or a pair. */
  B32("b32", "r", 32),
  /** A number of type f32. */
  F32("f32", "f", 32),
  /** 64 bits: a whole number or an address. */
  B64("b64", "rd", 64),
  /** A number of type f64. */
  F64("f64", "fd", 64);

  private final String word;
  private final String prefix;
  private final int width;

  RegisterClass(String word, String prefix, int width) {
    this.word = word;
    this.prefix = prefix;
    this.width = width;
  }

  /** The type in a declaration, without a dot. */
  public String word() {
    return word;
  }

  /** What the names of such registers begin with, behind the percent sign. */
  public String prefix() {
    return prefix;
  }

  /** How many bits it has. */
  public int width() {
    return width;
  }

  /** The kind of register that holds values of a type, or null where none does. */
  public static @Nullable RegisterClass of(Type type) {
    if (type instanceof IntegerType integer && integer.isSignless()) {
      return switch (integer.width()) {
        case 1 -> PREDICATE;
        case 16 -> B16;
        case 32 -> B32;
        case 64 -> B64;
        default -> null;
      };
    }
    if (type.equals(FloatType.F16) || type.equals(FloatType.BF16)) {
      return B16;
    }
    if (type.equals(FloatType.F32)) {
      return F32;
    }
    return type.equals(FloatType.F64) ? F64 : null;
  }
}
