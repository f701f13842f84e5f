// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import java.util.Locale;

/** A {@link PunctuationAttr}; in custom form {@code <newline>}. */
public final class PunctuationAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof PunctuationAttr;
  }

  @Override
  public String description() {
    return "Punctuation for separating vectors or vector elements";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return PunctuationAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof PunctuationAttr punctuation) {
      punctuation.printBody(printer);
    }
  }

  @Override
  public Attribute defaultValue(String text) {
    return new PunctuationAttr(Punctuation.valueOf(text.toUpperCase(Locale.ROOT)));
  }
}
