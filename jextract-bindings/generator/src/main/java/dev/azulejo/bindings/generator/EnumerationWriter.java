// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import dev.azulejo.bindings.generator.Declaration.Constant;
import dev.azulejo.bindings.generator.Declaration.Enumeration;
import java.util.HashSet;
import java.util.Set;

/** Writes an enumeration as a class of constants that also knows their names. */
final class EnumerationWriter {
  private EnumerationWriter() {}

  static String write(JavaText text, Enumeration enumeration) {
    String name = enumeration.name();
    text.line(0, "/** The constants of {@code " + name + "}. */");
    text.line(0, "public final class " + name + " {");
    for (Constant constant : enumeration.constants()) {
      text.line(2, "public static final int " + constant.name() + " = " + constant.value() + ";");
    }
    text.line(0, "");
    text.line(2, "private " + name + "() {}");
    text.line(0, "");
    text.line(2, "/** The name of a value, the first one where several have it. */");
    text.line(2, "public static String nameOf(int value) {");
    text.line(4, "return switch (value) {");
    Set<Integer> named = new HashSet<>();
    for (Constant constant : enumeration.constants()) {
      if (named.add(constant.value())) {
        named(text, constant.name());
      }
    }
    text.line(6, "default -> \"" + name + "(\" + value + \")\";");
    text.line(4, "};");
    text.line(2, "}");
    text.line(0, "}");
    return text.toString();
  }

  private static void named(JavaText text, String name) {
    String found = "case " + name + " ->";
    String result = '"' + name + "\";";
    if (6 + found.length() + 1 + result.length() <= JavaText.WIDTH) {
      text.line(6, found + " " + result);
    } else {
      text.line(6, found);
      text.line(10, result);
    }
  }
}
