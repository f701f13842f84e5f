// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.diag.Diagnostics;

/** An operation that refers to symbols by name. */
public interface SymbolUser {
  /** Reports names that stand for nothing, or for something else than is wanted. */
  void verifySymbolUses(SymbolTables symbols, Diagnostics diagnostics);
}
