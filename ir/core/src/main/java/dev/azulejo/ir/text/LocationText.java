// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.diag.Location;

/** Prints locations inline: {@code loc("file":1:2)}. */
final class LocationText {
  private LocationText() {}

  static void print(Location location, AsmPrinter printer) {
    printer.text("loc(");
    body(location, printer);
    printer.text(")");
  }

  /** Prints a location inside of another one, by its alias if it has one. */
  private static void inner(Location location, AsmPrinter printer) {
    String alias = printer.alias(new LocationAttr(location));
    if (alias != null) {
      printer.text(alias);
    } else {
      body(location, printer);
    }
  }

  /** Prints {@code loc(...)} behind an operation, by its alias if it has one. */
  static void trailing(Location location, AsmPrinter printer) {
    printer.text("loc(");
    inner(location, printer);
    printer.text(")");
  }

  private static void body(Location location, AsmPrinter printer) {
    switch (location) {
      case Location.Unknown _ -> printer.text("unknown");
      case Location.FileRange range -> range(range, printer);
      case Location.Name name -> {
        printer.string(name.name());
        if (!(name.child() instanceof Location.Unknown)) {
          printer.text("(");
          inner(name.child(), printer);
          printer.text(")");
        }
      }
      case Location.CallSite site -> {
        printer.text("callsite(");
        inner(site.callee(), printer);
        printer.text(" at ");
        inner(site.caller(), printer);
        printer.text(")");
      }
      case Location.Fused fused -> fused(fused, printer);
    }
  }

  private static void range(Location.FileRange range, AsmPrinter printer) {
    printer.string(range.file()).text(":").number(range.line()).text(":").number(range.column());
    if (!range.isPoint()) {
      printer.text(" to ");
      if (range.endLine() != range.line()) {
        printer.number(range.endLine());
      }
      printer.text(":").number(range.endColumn());
    }
  }

  private static void fused(Location.Fused fused, AsmPrinter printer) {
    printer.text("fused");
    if (fused.metadata() instanceof Attribute metadata) {
      printer.text("<").attribute(metadata).text(">");
    }
    printer.text("[");
    String separator = "";
    for (Location member : fused.locations()) {
      printer.text(separator);
      inner(member, printer);
      separator = ", ";
    }
    printer.text("]");
  }
}
