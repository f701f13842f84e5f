// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;

/** An integer of 32 bits from 1; in custom form without its type. */
public final class PositiveI32 implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof IntegerAttr integer
        && integer.type().equals(IntegerType.I32)
        && integer.longValue() > 0;
  }

  @Override
  public String description() {
    return "32-bit signless integer attribute whose value is positive";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return IntegerAttr.of(IntegerType.I32, parser.integer());
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    printer.attributeWithoutType(attribute);
  }
}
