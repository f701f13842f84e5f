// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.trait.Symbol;

/** How dumps and reports name the operation that a pass runs on. */
final class OpTitle {
  private OpTitle() {}

  /** {@code 'func.func' operation: @f}, without what follows the colon if there is no symbol. */
  static String of(Operation op) {
    String symbol = symbol(op);
    return "'" + op.name() + "' operation" + (symbol.isEmpty() ? "" : ": @" + symbol);
  }

  /** The name of a symbol, or an empty text. */
  static String symbol(Operation op) {
    Attribute name = op.attribute(Symbol.NAME_ATTRIBUTE);
    if (name == null) {
      return "";
    }
    String text = AsmText.ofAttribute(name);
    return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }
}
