// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** A {@link CombiningKind} as an attribute: {@code #vector.kind<add>}. */
public record CombiningKindAttr(CombiningKind value) implements Attribute {
  static final String MNEMONIC = "kind";

  static CombiningKindAttr parse(AsmParser parser) {
    return new CombiningKindAttr(
        parser.inAngles(() ->
            EnumWords.parse(parser, "vector::CombiningKind", List.of(CombiningKind.values()))));
  }

  void printBody(AsmPrinter printer) {
    printer.text("<").text(EnumWords.of(value)).text(">");
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#vector.kind");
    printBody(printer);
  }
}
