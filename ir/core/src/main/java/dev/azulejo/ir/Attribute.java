// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;

/** A constant fact about an operation or a type: an immutable value with value equality. */
public interface Attribute extends Location.Metadata {
  /** Prints the attribute as it stands in a program, its type included where it has one. */
  void print(AsmPrinter printer);

  /**
   * Prints the attribute where the reader knows its type, so that the type may be left out. Inside
   * of arrays, for example, integers of 64 bits stand without their type.
   */
  default void printWithoutType(AsmPrinter printer) {
    print(printer);
  }
}
