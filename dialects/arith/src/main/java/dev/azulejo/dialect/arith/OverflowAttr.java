// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;

/**
 * What is promised of the exact result of an operation on integers: {@code #arith.overflow<nsw>}.
 *
 * @param noSignedWrap it fits, read as a signed number
 * @param noUnsignedWrap it fits, read as an unsigned number
 */
public record OverflowAttr(boolean noSignedWrap, boolean noUnsignedWrap) implements Attribute {
  static final String MNEMONIC = "overflow";

  /** Nothing is promised. */
  public static final OverflowAttr NONE = new OverflowAttr(false, false);

  private static final List<String> WORDS = List.of("nsw", "nuw");

  /** What both promise. */
  public OverflowAttr and(OverflowAttr other) {
    return new OverflowAttr(
        noSignedWrap && other.noSignedWrap, noUnsignedWrap && other.noUnsignedWrap);
  }

  private static OverflowAttr of(int bits) {
    return new OverflowAttr((bits & 1) != 0, (bits & 2) != 0);
  }

  static OverflowAttr parse(AsmParser parser) {
    return of(FlagText.parse(parser, WORDS, ""));
  }

  /** Prints the flags in their angle brackets, as custom forms spell them. */
  void printFlags(AsmPrinter printer) {
    int bits = (noSignedWrap ? 1 : 0) | (noUnsignedWrap ? 2 : 0);
    printer.text("<").text(FlagText.print(bits, WORDS, ", ")).text(">");
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#").text(ArithDialect.NAME).text(".").text(MNEMONIC);
    printFlags(printer);
  }
}
