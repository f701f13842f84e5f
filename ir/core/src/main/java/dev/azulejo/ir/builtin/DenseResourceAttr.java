// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;

/**
 * Elements whose values stand in the metadata section of the file: {@code dense_resource<key> :
 * tensor<4xf32>}.
 *
 * @param key the name of the values; there need not be any of this name
 * @param type the shape
 */
public record DenseResourceAttr(String key, ShapedType type) implements ElementsAttr {
  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text("dense_resource<").resource(key).text(">");
  }
}
