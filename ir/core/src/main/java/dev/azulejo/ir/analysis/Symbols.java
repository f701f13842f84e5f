// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.trait.Symbol;

/** Names of symbols. */
public final class Symbols {
  private Symbols() {}

  /** The name that an operation is known by, without {@code @}; empty where it has none. */
  public static String name(Operation op) {
    Attribute name = op.attribute(Symbol.NAME_ATTRIBUTE);
    return name == null ? "" : text(name);
  }

  /** The name that an attribute stands for. */
  public static String text(Attribute name) {
    if (name instanceof StringAttr string) {
      return string.value();
    }
    String text = AsmText.ofAttribute(name);
    boolean quoted = text.length() > 1 && text.startsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
