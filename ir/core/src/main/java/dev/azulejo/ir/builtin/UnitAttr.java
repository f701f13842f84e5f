// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;

/** An attribute that says what it says by being there: {@code unit}. */
public record UnitAttr() implements Attribute {
  /** The one instance that is needed. */
  public static final UnitAttr INSTANCE = new UnitAttr();

  @Override
  public void print(AsmPrinter printer) {
    printer.text("unit");
  }
}
