// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** What a function takes and gives: {@code (i32, f32) -> i32}. */
public record FunctionType(List<Type> inputs, List<Type> results) implements Type {
  /** Copies the lists. */
  public FunctionType {
    inputs = List.copyOf(inputs);
    results = List.copyOf(results);
  }

  /** A function from inputs to results. */
  public static FunctionType of(List<? extends Type> inputs, List<? extends Type> results) {
    return new FunctionType(List.copyOf(inputs), List.copyOf(results));
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("(");
    Types.list(inputs, printer);
    printer.text(") -> ");
    if (results.size() == 1 && !(results.getFirst() instanceof FunctionType)) {
      printer.type(results.getFirst());
      return;
    }
    printer.text("(");
    Types.list(results, printer);
    printer.text(")");
  }
}
