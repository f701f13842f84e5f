// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.affine.AffineMap;

/** An affine map: {@code affine_map<(d0) -> (d0 + 1)>}. */
public record AffineMapAttr(AffineMap value) implements Aliased {
  /** The attribute of a map. */
  public static AffineMapAttr of(AffineMap value) {
    return new AffineMapAttr(value);
  }

  @Override
  public String aliasStem() {
    return "map";
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("affine_map<").text(value.toString()).text(">");
  }
}
