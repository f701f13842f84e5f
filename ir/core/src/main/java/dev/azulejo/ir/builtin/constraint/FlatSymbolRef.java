// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.SymbolRefAttr;

/** The name of a symbol in the nearest table. */
public final class FlatSymbolRef implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof SymbolRefAttr symbol && symbol.isFlat();
  }

  @Override
  public String description() {
    return "flat symbol reference attribute";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return SymbolRefAttr.of(parser.symbolName());
  }
}
