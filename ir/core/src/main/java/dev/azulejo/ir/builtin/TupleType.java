// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** Several values as one: {@code tuple<i32, f32>}. */
public record TupleType(List<Type> types) implements Type {
  /** Copies the list. */
  public TupleType {
    types = List.copyOf(types);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("tuple<");
    Types.list(types, printer);
    printer.text(">");
  }
}
