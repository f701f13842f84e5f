// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import java.util.List;

/** Several attributes in order: {@code [1, "a"]}. */
public record ArrayAttr(List<Attribute> elements) implements Attribute {
  /** Copies the list. */
  public ArrayAttr {
    elements = List.copyOf(elements);
  }

  /** An array of attributes. */
  public static ArrayAttr of(List<? extends Attribute> elements) {
    return new ArrayAttr(List.copyOf(elements));
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
          element instanceof TypedAttr typed
              && (typed.type().equals(IntegerType.I64) || typed.type().equals(FloatType.F64));
      if (usual) {
        printer.attributeWithoutType(element);
      } else {
        printer.attribute(element);
      }
      separator = ", ";
    }
    printer.text("]");
  }
}
