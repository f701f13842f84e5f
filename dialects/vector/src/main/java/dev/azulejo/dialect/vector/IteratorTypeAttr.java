// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** An {@link IteratorType} as an attribute: {@code #vector.iterator_type<parallel>}. */
public record IteratorTypeAttr(IteratorType value) implements Attribute {
  static final String MNEMONIC = "iterator_type";

  static IteratorTypeAttr parse(AsmParser parser) {
    return new IteratorTypeAttr(
        parser.inAngles(
            () -> EnumWords.parse(parser, "vector::IteratorType", List.of(IteratorType.values()))));
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#vector.iterator_type<").text(EnumWords.of(value)).text(">");
  }
}
