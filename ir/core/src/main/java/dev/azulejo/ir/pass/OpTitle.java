// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.analysis.Symbols;

/** How dumps and reports name the operation that a pass runs on. */
final class OpTitle {
  private OpTitle() {}

  /** {@code 'func.func' operation: @f}, without what follows the colon if there is no symbol. */
  static String of(Operation op) {
    String symbol = Symbols.name(op);
    return "'" + op.name() + "' operation" + (symbol.isEmpty() ? "" : ": @" + symbol);
  }
}
