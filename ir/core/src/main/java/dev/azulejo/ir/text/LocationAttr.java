// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.diag.Location;

/** A location where an attribute is expected: {@code loc("file":1:2)}. */
public record LocationAttr(Location value) implements Aliased {
  @Override
  public String aliasStem() {
    return "loc";
  }

  @Override
  public void print(AsmPrinter printer) {
    LocationText.print(value, printer);
  }
}
