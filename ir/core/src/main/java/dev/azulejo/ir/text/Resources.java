// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.AsmText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata section of a file holds, {@code {-# ... #-}}: the values that {@code
 * dense_resource} attributes name, and data of tools.
 */
public final class Resources {
  private final Map<String, Value> elements = new LinkedHashMap<>();
  private final Map<String, List<Entry>> external = new LinkedHashMap<>();

  /** A value in the section. */
  public sealed interface Value {}

  /**
   * Bytes.
   *
   * @param hex the alignment in four bytes, little-endian, and the data, in hexadecimal digits
   */
  public record Blob(String hex) implements Value {}

  /** A truth value. */
  public record Flag(boolean value) implements Value {}

  /** A string. */
  public record Text(String value) implements Value {}

  /** A value of a tool. */
  public record Entry(String key, Value value) {}

  /** Nothing yet. */
  public Resources() {}

  /** Is there nothing? */
  public boolean isEmpty() {
    return elements.isEmpty() && external.isEmpty();
  }

  /** The values that {@code dense_resource<key>} names, or null. */
  public @Nullable Blob elements(String key) {
    return (Blob) elements.get(key);
  }

  /** The entries of a tool in the order of the file; a key may come more than once. */
  public List<Entry> external(String tool) {
    return List.copyOf(external.getOrDefault(tool, List.of()));
  }

  /** Takes the entries of a tool out, and returns them in the order of the file. */
  public List<Entry> removeExternal(String tool) {
    List<Entry> entries = external.remove(tool);
    return entries == null ? List.of() : List.copyOf(entries);
  }

  /** Says the values that {@code dense_resource<key>} names; the last word counts. */
  public void putElements(String key, Blob value) {
    elements.put(key, value);
  }

  /** Adds an entry of a tool. */
  public void addExternal(String tool, Entry entry) {
    external.computeIfAbsent(tool, _ -> new ArrayList<>()).add(entry);
  }

  /**
   * The section's text, empty where there is nothing to say.
   *
   * @param keys the keys of {@code dense_resource} that the IR names; others are left out
   */
  public String print(Collection<String> keys) {
    List<Entry> used = new ArrayList<>();
    for (String key : keys) {
      Value value = elements.get(key);
      if (value != null) {
        used.add(new Entry(key, value));
      }
    }
    List<String> sections = new ArrayList<>();
    if (!used.isEmpty()) {
      sections.add(section("dialect_resources", Map.of("builtin", used)));
    }
    if (!external.isEmpty()) {
      sections.add(section("external_resources", external));
    }
    return sections.isEmpty() ? "" : "{-#\n" + String.join(",\n", sections) + "\n#-}\n";
  }

  private static String section(String name, Map<String, List<Entry>> groups) {
    AsmText text = new AsmText();
    text.text("  ").text(name).text(": {");
    String separator = "\n";
    for (Map.Entry<String, List<Entry>> group : groups.entrySet()) {
      text.text(separator).text("    ").text(group.getKey()).text(": {");
      String inner = "\n";
      for (Entry entry : group.getValue()) {
        text.text(inner).text("      ");
        text.keywordOrString(entry.key()).text(": ");
        print(entry.value(), text);
        inner = ",\n";
      }
      text.text("\n    }");
      separator = ",\n";
    }
    return text.text("\n  }").toString();
  }

  private static void print(Value value, AsmPrinter printer) {
    switch (value) {
      case Blob blob -> printer.text("\"0x").text(blob.hex()).text("\"");
      case Flag flag -> printer.text(flag.value() ? "true" : "false");
      case Text text -> printer.string(text.value());
    }
  }
}
