// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;

/**
 * Elements of a shape of which few are not zero: {@code sparse<[[0, 0], [1, 2]], [1, 5]> :
 * tensor<3x4xi32>}.
 *
 * @param type the shape
 * @param indices where the values stand: integers in the shape {@code [count, rank]}, or {@code
 *     [count]} for one dimension
 * @param values the values, in the shape {@code [count]}
 */
public record SparseElementsAttr(ShapedType type, DenseElementsAttr indices, DenseAttr values)
    implements ElementsAttr {

  /** How many values are given. */
  public int count() {
    return (int) values.type().elementCount();
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text("sparse<");
    if (indices.size() > 0) {
      indices.printBody(printer, Integer.MAX_VALUE);
      printer.text(", ");
      switch (values) {
        case DenseElementsAttr dense -> dense.printBody(printer, DenseElementsAttr.MOST_AS_LIST);
        case DenseStringElementsAttr strings -> strings.printBody(printer);
      }
    }
    printer.text(">");
  }
}
