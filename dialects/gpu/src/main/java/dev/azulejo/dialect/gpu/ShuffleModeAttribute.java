// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.EnumWords;

/** A {@link ShuffleModeAttr}; in custom form {@code xor}. */
public final class ShuffleModeAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof ShuffleModeAttr;
  }

  @Override
  public String description() {
    return "Indexing modes supported by gpu.shuffle.";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    return ShuffleModeAttr.parse(parser);
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    if (attribute instanceof ShuffleModeAttr known) {
      // A second space in front, as upstream prints.
      printer.text(" ").text(EnumWords.of(known.value()));
    }
  }
}
