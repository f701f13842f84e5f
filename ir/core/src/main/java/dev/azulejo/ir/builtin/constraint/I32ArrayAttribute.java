// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerType;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** Integers of 32 bits in order; in custom form {@code [1, 2]}. */
public final class I32ArrayAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof DenseArrayAttr array && array.elementType().equals(IntegerType.I32);
  }

  @Override
  public String description() {
    return "i32 dense array attribute";
  }

  @Override
  public Attribute parse(AsmParser parser) {
    MutableLongList values = LongLists.mutable.empty();
    parser.list("[", "]", () -> values.add(parser.integer()));
    return DenseArrayAttr.of(IntegerType.I32, values.toArray());
  }

  @Override
  public void print(AsmPrinter printer, Attribute attribute) {
    printer.text("[");
    String separator = "";
    for (long value : ((DenseArrayAttr) attribute).asLongs()) {
      printer.text(separator).number(value);
      separator = ", ";
    }
    printer.text("]");
  }
}
