// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import java.util.function.IntConsumer;

/** Prints elements in brackets, a pair for each dimension. */
final class ElementsText {
  private ElementsText() {}

  /**
   * Prints elements.
   *
   * @param count how many there are, 0 where the shape has none
   * @param splat whether one stands for all
   * @param element prints an element, by its place in row-major order
   */
  static void print(
      long[] shape, int count, boolean splat, IntConsumer element, AsmPrinter printer) {
    if (splat) {
      element.accept(0);
    } else if (count > 0) {
      list(shape, 0, 0, element, printer);
    }
  }

  private static int list(
      long[] shape, int dimension, int first, IntConsumer element, AsmPrinter printer) {
    if (dimension == shape.length) {
      element.accept(first);
      return first + 1;
    }
    int next = first;
    printer.text("[");
    for (long i = 0; i < shape[dimension]; i++) {
      printer.text(i == 0 ? "" : ", ");
      next = list(shape, dimension + 1, next, element, printer);
    }
    printer.text("]");
    return next;
  }
}
