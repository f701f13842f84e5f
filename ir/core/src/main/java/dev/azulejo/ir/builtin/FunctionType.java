// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** What a function takes and gives: {@code (i32, f32) -> i32}. */
public final class FunctionType implements Type {
  private final List<Type> inputs;
  private final List<Type> results;
  private final int hash;

  private FunctionType(List<Type> inputs, List<Type> results) {
    this.inputs = inputs;
    this.results = results;
    this.hash = inputs.hashCode() * 31 + results.hashCode();
  }

  /** A function from inputs to results. */
  public static FunctionType of(List<? extends Type> inputs, List<? extends Type> results) {
    return new FunctionType(List.copyOf(inputs), List.copyOf(results));
  }

  /** The types that it takes. */
  public List<Type> inputs() {
    return inputs;
  }

  /** The types that it gives. */
  public List<Type> results() {
    return results;
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

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FunctionType function
            && hash == function.hash
            && inputs.equals(function.inputs)
            && results.equals(function.results));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
