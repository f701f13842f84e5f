// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/** The integer that indices and sizes have: {@code index}, of 64 bits here. */
public record IndexType() implements Type {
  /** The one instance that is needed. */
  public static final IndexType INSTANCE = new IndexType();

  @Override
  public void print(AsmPrinter printer) {
    printer.text("index");
  }
}
