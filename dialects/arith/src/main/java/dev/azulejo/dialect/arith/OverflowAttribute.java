// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.diag.CompilerBug;

/** {@link OverflowAttr}; in custom form only its flags, {@code <nsw, nuw>}. */
public final class OverflowAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof OverflowAttr;
  }

  @Override
  public String description() {
    return "Integer overflow arith flags";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return OverflowAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof OverflowAttr flags) {
      flags.printFlags(printer);
    }
  }

  @Override
  public Attribute defaultValue(String text) {
    if (!text.equals("none")) {
      throw new CompilerBug("no default of overflow flags: " + text);
    }
    return OverflowAttr.NONE;
  }
}
