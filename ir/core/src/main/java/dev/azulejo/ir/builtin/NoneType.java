// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/** A type with one value: {@code none}. */
public record NoneType() implements Type {
  /** The one instance that is needed. */
  public static final NoneType INSTANCE = new NoneType();

  @Override
  public void print(AsmPrinter printer) {
    printer.text("none");
  }
}
