// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;

/** Several attributes in order: {@code [1, "a"]}. */
public final class ArrayAttr implements Attribute {
  private final List<Attribute> elements;
  private final int hash;

  private ArrayAttr(List<Attribute> elements) {
    this.elements = elements;
    this.hash = elements.hashCode() * 31 + 3;
  }

  /** An array of attributes. */
  public static ArrayAttr of(List<? extends Attribute> elements) {
    return new ArrayAttr(List.copyOf(elements));
  }

  /** The attributes in order. */
  public List<Attribute> elements() {
    return elements;
  }

  /** One element. */
  public Attribute get(int index) {
    return elements.get(index);
  }

  /** How many elements it has. */
  public int size() {
    return elements.size();
  }

  /** Has it no elements? */
  public boolean isEmpty() {
    return elements.isEmpty();
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("[");
    String separator = "";
    for (Attribute element : elements) {
      printer.text(separator);
      // The types that a number has when none is written are left out.
      boolean usual =
          (element instanceof IntegerAttr integer && integer.type().equals(IntegerType.I64))
              || (element instanceof FloatAttr real && real.type().equals(FloatType.F64));
      if (usual) {
        printer.attributeWithoutType(element);
      } else {
        printer.attribute(element);
      }
      separator = ", ";
    }
    printer.text("]");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ArrayAttr array
            && hash == array.hash
            && elements.equals(array.elements));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
