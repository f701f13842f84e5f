// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** Prints the pieces that types are made of. */
final class Types {
  private Types() {}

  static void list(List<Type> types, AsmPrinter printer) {
    String separator = "";
    for (Type type : types) {
      printer.text(separator).type(type);
      separator = ", ";
    }
  }

  static void dimensions(long[] shape, AsmPrinter printer) {
    for (long size : shape) {
      if (size == ShapedType.DYNAMIC) {
        printer.text("?x");
      } else {
        printer.number(size).text("x");
      }
    }
  }
}
