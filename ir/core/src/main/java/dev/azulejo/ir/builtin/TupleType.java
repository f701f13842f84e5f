// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** Several values as one: {@code tuple<i32, f32>}. */
public final class TupleType implements Type {
  private final List<Type> types;
  private final int hash;

  private TupleType(List<Type> types) {
    this.types = types;
    this.hash = types.hashCode() * 31 + 7;
  }

  /** The type of several values. */
  public static TupleType of(List<? extends Type> types) {
    return new TupleType(List.copyOf(types));
  }

  /** The types of the values. */
  public List<Type> types() {
    return types;
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("tuple<");
    Types.list(types, printer);
    printer.text(">");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TupleType tuple && hash == tuple.hash && types.equals(tuple.types));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
