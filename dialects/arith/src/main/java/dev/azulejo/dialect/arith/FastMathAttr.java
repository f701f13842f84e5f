// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;
import java.util.Locale;

/**
 * What an operation on floating-point numbers may take for granted: {@code #arith.fastmath<nnan>}.
 *
 * @param bits a bit for each {@link Flag}, from the lowest
 */
public record FastMathAttr(int bits) implements Attribute {
  static final String MNEMONIC = "fastmath";

  /** The freedoms. */
  public enum Flag {
    /** Sums and products may be grouped anew. */
    REASSOC(1),
    /** Neither operands nor results are NaN. */
    NNAN(2),
    /** Neither operands nor results are infinite. */
    NINF(4),
    /** The sign of a zero does not matter. */
    NSZ(8),
    /** A division may become a product with the reciprocal. */
    ARCP(16),
    /** A product and a sum may be rounded once. */
    CONTRACT(32),
    /** Functions may be approximated. */
    AFN(64);

    private final int bit;

    Flag(int bit) {
      this.bit = bit;
    }
  }

  /** No freedom. */
  public static final FastMathAttr NONE = new FastMathAttr(0);

  /** Every freedom. */
  public static final FastMathAttr FAST = new FastMathAttr((1 << Flag.values().length) - 1);

  private static final List<String> WORDS =
      List.of(Flag.values()).stream().map(flag -> flag.name().toLowerCase(Locale.ROOT)).toList();

  /** Some freedoms. */
  public static FastMathAttr of(Flag... flags) {
    int bits = 0;
    for (Flag flag : flags) {
      bits |= flag.bit;
    }
    return new FastMathAttr(bits);
  }

  /** Is a freedom given? */
  public boolean has(Flag flag) {
    return (bits & flag.bit) != 0;
  }

  /** The freedoms that both give. */
  public FastMathAttr and(FastMathAttr other) {
    return new FastMathAttr(bits & other.bits);
  }

  static FastMathAttr parse(AsmParser parser) {
    return new FastMathAttr(FlagText.parse(parser, WORDS, "fast"));
  }

  static FastMathAttr of(String text) {
    return text.equals("fast") ? FAST : text.equals("none") ? NONE : ofWord(text);
  }

  private static FastMathAttr ofWord(String word) {
    return of(Flag.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /** Prints the flags in their angle brackets, as custom forms spell them. */
  void printFlags(AsmPrinter printer) {
    String words = equals(FAST) ? "fast" : FlagText.print(bits, WORDS, ",");
    printer.text("<").text(words).text(">");
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#").text(ArithDialect.NAME).text(".").text(MNEMONIC);
    printFlags(printer);
  }
}
