// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.EnumWords;

/** A {@link DimensionAttr}; in custom form {@code x}. */
public final class DimensionAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof DimensionAttr;
  }

  @Override
  public String description() {
    return "a dimension, either 'x', 'y', or 'z'";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return DimensionAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof DimensionAttr known) {
      // A second space in front, as upstream prints.
      printer.text(" ").text(EnumWords.of(known.value()));
    }
  }
}
