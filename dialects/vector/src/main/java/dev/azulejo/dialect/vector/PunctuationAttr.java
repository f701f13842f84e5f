// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** A {@link Punctuation} as an attribute: {@code #vector.punctuation<newline>}. */
public record PunctuationAttr(Punctuation value) implements Attribute {
  static final String MNEMONIC = "punctuation";

  static PunctuationAttr parse(AsmParser parser) {
    return new PunctuationAttr(
        parser.inAngles(() ->
            EnumWords.parse(parser, "vector::PrintPunctuation", List.of(Punctuation.values()))));
  }

  void printBody(AsmPrinter printer) {
    printer.text("<").text(EnumWords.of(value)).text(">");
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#vector.punctuation");
    printBody(printer);
  }
}
