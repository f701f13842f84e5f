// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;

/**
 * An attribute of an unknown dialect, carried along as text.
 *
 * @param dialect the dialect's name
 * @param body what stands behind the dot, or between the angle brackets
 * @param type the type behind it, {@link NoneType} where there is none
 */
public record OpaqueAttr(String dialect, String body, Type type) implements Attribute {
  @Override
  public void print(AsmPrinter printer) {
    OpaqueText.print("#", dialect, body, printer);
    if (!(type instanceof NoneType)) {
      printer.text(" : ").type(type);
    }
  }
}
