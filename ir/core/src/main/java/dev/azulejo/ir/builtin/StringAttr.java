// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * A string of bytes: {@code "text"}.
 *
 * @param value the text, as {@link dev.azulejo.ir.StringBytes} decodes it
 * @param type the type behind it, {@link NoneType} where there is none
 */
public record StringAttr(String value, Type type) implements TypedAttr {
  /** A string without a type. */
  public static StringAttr of(String value) {
    return new StringAttr(value, NoneType.INSTANCE);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.string(value);
    if (!(type instanceof NoneType)) {
      printer.text(" : ").type(type);
    }
  }
}
