// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import java.util.List;

/**
 * Strings in a shape whose elements are of a dialect's type: {@code dense<["a", "b"]> :
 * tensor<2x!foo.string>}. Equal elements are kept once, as a splat.
 */
public final class DenseStringElementsAttr implements DenseAttr {
  private final ShapedType type;
  private final List<String> values;
  private final int hash;

  private DenseStringElementsAttr(ShapedType type, List<String> values) {
    this.type = type;
    this.values = values;
    this.hash = values.hashCode() * 31 + type.hashCode();
  }

  /** Strings in row-major order, one for a splat. */
  public static DenseStringElementsAttr of(ShapedType type, List<String> values) {
    boolean splat = values.stream().distinct().count() == 1;
    return new DenseStringElementsAttr(type, List.copyOf(splat ? values.subList(0, 1) : values));
  }

  @Override
  public ShapedType type() {
    return type;
  }

  @Override
  public boolean isSplat() {
    return values.size() == 1;
  }

  /** A string, by its place in row-major order. */
  public String value(int place) {
    return values.get(isSplat() ? 0 : place);
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text("dense<");
    printBody(printer);
    printer.text(">");
  }

  void printBody(AsmPrinter printer) {
    ElementsText.print(
        type.shape(),
        values.size(),
        isSplat(),
        place -> printer.string(values.get(place)),
        printer);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DenseStringElementsAttr dense
            && hash == dense.hash
            && type.equals(dense.type)
            && values.equals(dense.values));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
