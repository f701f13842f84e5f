// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;

/** Distances of neighbours in each dimension: {@code strided<[8, 1], offset: 3>}. */
public record StridedLayoutAttr(List<Long> strides, long offset) implements Attribute {
  /** Copies the list. */
  public StridedLayoutAttr {
    strides = List.copyOf(strides);
  }

  /** Strides and an offset, {@link ShapedType#DYNAMIC} where not known. */
  public static StridedLayoutAttr of(List<Long> strides, long offset) {
    return new StridedLayoutAttr(strides, offset);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("strided<[");
    String separator = "";
    for (long stride : strides) {
      printer.text(separator);
      number(stride, printer);
      separator = ", ";
    }
    printer.text("]");
    if (offset != 0) {
      printer.text(", offset: ");
      number(offset, printer);
    }
    printer.text(">");
  }

  private static void number(long value, AsmPrinter printer) {
    printer.text(value == ShapedType.DYNAMIC ? "?" : Long.toString(value));
  }
}
