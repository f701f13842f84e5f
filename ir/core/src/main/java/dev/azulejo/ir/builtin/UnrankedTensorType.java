// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/** A tensor of any number of dimensions: {@code tensor<*xf32>}. */
public record UnrankedTensorType(Type elementType) implements TensorType {
  @Override
  public void print(AsmPrinter printer) {
    printer.text("tensor<*x").type(elementType).text(">");
  }
}
