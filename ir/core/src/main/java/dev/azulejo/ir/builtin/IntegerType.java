// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * An integer of some bits: {@code i32}, {@code si8}, {@code ui1}.
 *
 * @param width how many bits, from 0 to {@link #MAX_WIDTH}
 * @param signedness whether the type says how it is read
 */
public record IntegerType(int width, Signedness signedness) implements Type {
  /** The most bits that an integer may have. */
  public static final int MAX_WIDTH = 16_777_215;

  /** A truth value. */
  public static final IntegerType I1 = new IntegerType(1, Signedness.SIGNLESS);

  /** 8 bits. */
  public static final IntegerType I8 = new IntegerType(8, Signedness.SIGNLESS);

  /** 16 bits. */
  public static final IntegerType I16 = new IntegerType(16, Signedness.SIGNLESS);

  /** 32 bits. */
  public static final IntegerType I32 = new IntegerType(32, Signedness.SIGNLESS);

  /** 64 bits. */
  public static final IntegerType I64 = new IntegerType(64, Signedness.SIGNLESS);

  /** Whether a type says how its bits are read. */
  public enum Signedness {
    /** Operations say it. */
    SIGNLESS("i"),
    /** In two's complement. */
    SIGNED("si"),
    /** As a number from 0. */
    UNSIGNED("ui");

    private final String prefix;

    Signedness(String prefix) {
      this.prefix = prefix;
    }

    /** What stands in front of the width. */
    public String prefix() {
      return prefix;
    }
  }

  /** The type of a width whose signs operations say. */
  public static IntegerType of(int width) {
    return switch (width) {
      case 1 -> I1;
      case 8 -> I8;
      case 16 -> I16;
      case 32 -> I32;
      case 64 -> I64;
      default -> new IntegerType(width, Signedness.SIGNLESS);
    };
  }

  /** The type of a width and a signedness. */
  public static IntegerType of(int width, Signedness signedness) {
    return signedness == Signedness.SIGNLESS ? of(width) : new IntegerType(width, signedness);
  }

  /** Do operations say how it is read? */
  public boolean isSignless() {
    return signedness == Signedness.SIGNLESS;
  }

  /** Is it read as a number from 0? */
  public boolean isUnsigned() {
    return signedness == Signedness.UNSIGNED;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text(signedness.prefix()).number(width);
  }
}
