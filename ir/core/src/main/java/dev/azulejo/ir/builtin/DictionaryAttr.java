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
public final class DictionaryAttr implements Attribute {
  /** The dictionary without entries. */
  public static final DictionaryAttr EMPTY = new DictionaryAttr(List.of());

  private final List<NamedAttribute> entries;
  private final int hash;

  private DictionaryAttr(List<NamedAttribute> entries) {
    this.entries = entries;
    this.hash = entries.hashCode() * 31 + 5;
  }

  /** A dictionary of entries, each name once, in any order. */
  public static DictionaryAttr of(List<NamedAttribute> entries) {
    if (entries.isEmpty()) {
      return EMPTY;
    }
    List<NamedAttribute> sorted = new ArrayList<>(entries);
    Collections.sort(sorted);
    return new DictionaryAttr(List.copyOf(sorted));
  }

  /** The entries, sorted by name. */
  public List<NamedAttribute> entries() {
    return entries;
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

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DictionaryAttr dictionary
            && hash == dictionary.hash
            && entries.equals(dictionary.entries));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
