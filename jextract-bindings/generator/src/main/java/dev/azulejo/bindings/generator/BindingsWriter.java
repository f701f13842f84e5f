// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import dev.azulejo.bindings.generator.Declaration.Enumeration;
import dev.azulejo.bindings.generator.Declaration.Function;
import dev.azulejo.bindings.generator.Declaration.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what a list asks for as Java, each file by its own writer. */
final class BindingsWriter {
  private final Selection selection;
  private final String header;

  BindingsWriter(Selection selection, String header) {
    this.selection = selection;
    this.header = header;
  }

  /** The text of each file by its name. */
  SortedMap<String, String> write(HeaderReader reader) {
    SortedMap<String, String> files = new TreeMap<>();
    List<Function> functions = new ArrayList<>();
    for (String name : selection.functions()) {
      functions.add(reader.function(name));
    }
    String className = selection.className();
    files.put(className + ".java", FunctionsWriter.write(begin(), className, functions));
    for (String name : selection.enumerations()) {
      Enumeration enumeration = reader.enumeration(name);
      files.put(name + ".java", EnumerationWriter.write(begin(), enumeration));
    }
    for (Structure structure : reader.structures(selection.structures())) {
      files.put(structure.name() + ".java", StructureWriter.write(begin(), structure));
    }
    return files;
  }

  private JavaText begin() {
    JavaText text = new JavaText();
    text.line(0, "// SPDX-FileCopyrightText: The Azulejo authors");
    text.line(0, "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception");
    text.line(0, "// Generated from " + header + " by GeneratorMain: not to be edited.");
    text.line(0, "package " + selection.packageName() + ";");
    text.line(0, "");
    return text;
  }
}
