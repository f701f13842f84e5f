// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Location;

/** An integer of type index; in custom form without its type. */
public final class IndexAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof IntegerAttr integer && integer.type() instanceof IndexType;
  }

  @Override
  public String description() {
    return "index attribute";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    Location place = parser.location();
    if (parser.attribute(IndexType.INSTANCE) instanceof IntegerAttr integer) {
      return integer;
    }
    throw parser.error(place, "invalid kind of attribute specified");
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    printer.attributeWithoutType(attribute);
  }
}
