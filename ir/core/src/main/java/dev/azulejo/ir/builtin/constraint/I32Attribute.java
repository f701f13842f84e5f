// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** An integer of 32 bits; in custom form without its type. */
public final class I32Attribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof IntegerAttr integer && integer.type().equals(IntegerType.I32);
  }

  @Override
  public String description() {
    return "32-bit signless integer attribute";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return IntegerAttr.of(IntegerType.I32, parser.integer());
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    printer.attributeWithoutType(attribute);
  }

  @Override
  public Attribute defaultValue(String text) {
    return IntegerAttr.of(IntegerType.I32, Long.parseLong(text));
  }
}
