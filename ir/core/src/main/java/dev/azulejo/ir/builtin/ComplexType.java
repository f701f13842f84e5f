// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * A complex number: {@code complex<f32>}.
 *
 * @param elementType the type of both parts, an integer or floating-point type
 */
public record ComplexType(Type elementType) implements Type {
  /** The type of complex numbers with parts of a type. */
  public static ComplexType of(Type elementType) {
    return new ComplexType(elementType);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("complex<").type(elementType).text(">");
  }
}
