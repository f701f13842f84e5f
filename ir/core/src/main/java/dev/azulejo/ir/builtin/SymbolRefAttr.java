// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;

/** The name of a symbol, perhaps inside of others: {@code @a::@b}. */
public record SymbolRefAttr(String root, List<String> nested) implements Attribute {
  /** Copies the list. */
  public SymbolRefAttr {
    nested = List.copyOf(nested);
  }

  /** The name of a symbol in the nearest table. */
  public static SymbolRefAttr of(String name) {
    return new SymbolRefAttr(name, List.of());
  }

  /** Is it one name alone? */
  public boolean isFlat() {
    return nested.isEmpty();
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.symbolName(root);
    for (String name : nested) {
      printer.text("::").symbolName(name);
    }
  }
}
