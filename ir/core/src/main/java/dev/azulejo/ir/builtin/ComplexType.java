// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/** A complex number: {@code complex<f32>}. */
public record ComplexType(Type elementType) implements Type {
  @Override
  public void print(AsmPrinter printer) {
    printer.text("complex<").type(elementType).text(">");
  }
}
