// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.NamedAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes by name, sorted: {@code {a = 1 : i64, b}}. */
public record DictionaryAttr(List<NamedAttribute> entries) implements Attribute {
  /** The dictionary without entries. */
  public static final DictionaryAttr EMPTY = new DictionaryAttr(List.of());

  /** Copies and sorts the list. */
  public DictionaryAttr {
    List<NamedAttribute> sorted = new ArrayList<>(entries);
    Collections.sort(sorted);
    entries = List.copyOf(sorted);
  }

  /** A dictionary of entries, each name once. */
  public static DictionaryAttr of(List<NamedAttribute> entries) {
    return new DictionaryAttr(entries);
  }

  /** The attribute of a name, or null. */
  public @Nullable Attribute get(String name) {
    for (NamedAttribute entry : entries) {
      if (entry.name().equals(name)) {
        return entry.value();
      }
    }
    return null;
  }

  @Override
  public void print(AsmPrinter printer) {
    printEntries(entries, printer);
  }

  /** Prints entries in braces, in the order given. */
  public static void printEntries(List<NamedAttribute> entries, AsmPrinter printer) {
    printer.text("{");
    String separator = "";
    for (NamedAttribute entry : entries) {
      printer.text(separator).keywordOrString(entry.name());
      if (!(entry.value() instanceof UnitAttr)) {
        printer.text(" = ").attribute(entry.value());
      }
      separator = ", ";
    }
    printer.text("}");
  }
}
