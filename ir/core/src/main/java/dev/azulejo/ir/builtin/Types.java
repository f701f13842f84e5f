// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;
import java.util.List;

/** The pieces that types are made of: how they print, and how many bits numbers have. */
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

  /** How many bits a number of a type has, 0 for types that are none of numbers. */
  static int width(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      case IndexType _ -> Long.SIZE;
      default -> 0;
    };
  }
}
