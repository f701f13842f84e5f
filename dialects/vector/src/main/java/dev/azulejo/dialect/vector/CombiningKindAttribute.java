// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import java.util.Locale;

/** A {@link CombiningKindAttr}; in custom form {@code <add>}. */
public final class CombiningKindAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof CombiningKindAttr;
  }

  @Override
  public String description() {
    return "Kind of combining function for contractions and reductions";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return CombiningKindAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof CombiningKindAttr kind) {
      kind.printBody(printer);
    }
  }

  @Override
  public Attribute defaultValue(String text) {
    return new CombiningKindAttr(CombiningKind.valueOf(text.toUpperCase(Locale.ROOT)));
  }
}
