// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;

/** A type where an attribute is expected. */
public record TypeAttr(Type value) implements Attribute {
  /** The attribute of a type. */
  public static TypeAttr of(Type value) {
    return new TypeAttr(value);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.type(value);
  }
}
