// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * An attribute with an identity: {@code distinct[0]<42 : i32>}. Two of them are never equal, be
 * what they hold equal or not; the number in a text only says which mentions are the same one.
 */
public final class DistinctAttr implements Aliased {
  private final Attribute value;

  private DistinctAttr(Attribute value) {
    this.value = value;
  }

  /** A new one, different from all others. */
  public static DistinctAttr create(Attribute value) {
    return new DistinctAttr(value);
  }

  /** What it holds, {@link UnitAttr} for nothing. */
  public Attribute value() {
    return value;
  }

  @Override
  public @Nullable String aliasStem() {
    return value instanceof UnitAttr ? null : "distinct";
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("distinct[").number(printer.identity(this)).text("]<");
    if (!(value instanceof UnitAttr)) {
      printer.attribute(value);
    }
    printer.text(">");
  }
}
