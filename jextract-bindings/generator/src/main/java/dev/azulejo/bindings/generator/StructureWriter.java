// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import dev.azulejo.bindings.generator.Declaration.Field;
import dev.azulejo.bindings.generator.Declaration.FieldType;
import dev.azulejo.bindings.generator.Declaration.Nested;
import dev.azulejo.bindings.generator.Declaration.Row;
import dev.azulejo.bindings.generator.Declaration.Scalar;
import dev.azulejo.bindings.generator.Declaration.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes a structure as a class with its layout and accessors of its fields. */
final class StructureWriter {
  private static final String LAYOUTS = "java.lang.foreign.ValueLayout.";

  private final JavaText text;
  private final Structure structure;
  private final TreeSet<String> scalars = new TreeSet<>();

  private StructureWriter(JavaText text, Structure structure) {
    this.text = text;
    this.structure = structure;
  }

  static String write(JavaText text, Structure structure) {
    return new StructureWriter(text, structure).write();
  }

  private String write() {
    List<String> members = members();
    text.imports(
        scalars,
        List.of(
            "java.lang.foreign.GroupLayout",
            "java.lang.foreign.MemoryLayout",
            "java.lang.foreign.MemorySegment"));
    String name = structure.name();
    text.line(0, "/** The layout of {@code " + name + "}. */");
    text.line(0, "@SuppressWarnings(\"MemberName\") // Names are the library's.");
    text.line(0, "public final class " + name + " {");
    text.line(2, "/** Size, alignment and fields. */");
    text.line(2, "public static final GroupLayout LAYOUT =");
    String kind = structure.isUnion() ? "union" : "struct";
    text.line(6, "MemoryLayout." + kind + "Layout(");
    text.line(14, String.join(",\n" + " ".repeat(14), members) + ")");
    text.line(10, ".withByteAlignment(" + structure.alignment() + ")");
    text.line(10, ".withName(\"" + name + "\");");
    text.line(0, "");
    text.line(2, "private " + name + "() {}");
    for (Field field : structure.fields()) {
      accessors(field);
    }
    text.line(0, "}");
    return text.toString();
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    long end = 0;
    for (Field field : structure.fields()) {
      if (!structure.isUnion() && field.offset() > end) {
        members.add(padding(field.offset() - end));
      }
      members.add(layout(field.type()) + ".withName(\"" + field.name() + "\")");
      end = structure.isUnion() ? Math.max(end, field.size()) : field.offset() + field.size();
    }
    if (structure.size() > end) {
      members.add(padding(structure.isUnion() ? structure.size() : structure.size() - end));
    }
    return members;
  }

  private static String padding(long bytes) {
    return "MemoryLayout.paddingLayout(" + bytes + ")";
  }

  private String layout(FieldType type) {
    return switch (type) {
      case Scalar scalar -> {
        scalars.add(LAYOUTS + scalar.carrier().layout());
        yield scalar.carrier().layout();
      }
      case Row row ->
          "MemoryLayout.sequenceLayout(" + row.count() + ", " + layout(row.element()) + ")";
      case Nested nested -> nested.structure() + ".LAYOUT";
    };
  }

  private void accessors(Field field) {
    String name = JavaText.identifier(field.name());
    long offset = field.offset();
    text.line(0, "");
    text.line(2, "/** The field {@code " + field.name() + "}. */");
    switch (field.type()) {
      case Scalar scalar -> {
        String java = scalar.carrier().java();
        String layout = scalar.carrier().layout();
        text.line(2, "public static " + java + " " + name + "(MemorySegment at) {");
        text.line(4, "return at.get(" + layout + ", " + offset + ");");
        text.line(2, "}");
        text.line(0, "");
        text.line(2, "/** Sets the field {@code " + field.name() + "}. */");
        text.line(2, "public static void " + name + "(MemorySegment at, " + java + " value) {");
        text.line(4, "at.set(" + layout + ", " + offset + ", value);");
        text.line(2, "}");
      }
      case Row _, Nested _ -> {
        text.line(2, "public static MemorySegment " + name + "(MemorySegment at) {");
        text.line(4, "return at.asSlice(" + offset + ", " + field.size() + ");");
        text.line(2, "}");
      }
    }
  }
}
