// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.affine.IntegerSet;

/** A set of points: {@code affine_set<(d0) : (d0 >= 0)>}. */
public record IntegerSetAttr(IntegerSet value) implements Aliased {
  /** The attribute of a set. */
  public static IntegerSetAttr of(IntegerSet value) {
    return new IntegerSetAttr(value);
  }

  @Override
  public String aliasStem() {
    return "set";
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("affine_set<").text(value.toString()).text(">");
  }
}
