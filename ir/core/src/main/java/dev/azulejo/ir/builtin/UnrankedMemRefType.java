// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import org.jspecify.annotations.Nullable;

/** A buffer of any number of dimensions: {@code memref<*xf32>}. */
public record UnrankedMemRefType(Type elementType, @Nullable Attribute memorySpace)
    implements Type {
  @Override
  public void print(AsmPrinter printer) {
    printer.text("memref<*x").type(elementType);
    if (memorySpace != null) {
      printer.text(", ").attributeWithoutType(memorySpace);
    }
    printer.text(">");
  }
}
