// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;

/** {@link FastMathAttr}; in custom form only its flags, {@code <nnan,ninf>}. */
public final class FastMathAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof FastMathAttr;
  }

  @Override
  public String description() {
    return "Floating point fast math flags";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return FastMathAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof FastMathAttr flags) {
      flags.printFlags(printer);
    }
  }

  @Override
  public Attribute defaultValue(String text) {
    return FastMathAttr.of(text);
  }
}
