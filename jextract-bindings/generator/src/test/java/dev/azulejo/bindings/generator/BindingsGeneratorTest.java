// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.bindings.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small header with one of everything, through a real libclang where there is one. */
class BindingsGeneratorTest {
  private static final String HEADER =
      """
      #define toy_open toy_open_v2
      typedef struct toy_handle_st *toy_handle;
      typedef enum toy_status_enum { TOY_OK = 0, TOY_FINE = 0, TOY_BAD = 7 } toy_status;
      typedef struct toy_point_st { int x; double y[2]; } toy_point_v1;
      typedef toy_point_v1 toy_point;
      typedef struct toy_box_st {
        char kind;
        toy_point corner;
        union { int whole; float part; } size;
        short native;
      } toy_box;
      toy_status toy_open(toy_handle *out, unsigned long long flags, const char *default_name);
      void toy_nothing(int x);
      void toy_wide(__int128 x);
      """;

  private static final String LIST =
      """
      # a comment
      package toy
      class Toy
      function toy_open_v2
      enum toy_status
      struct toy_box
      """;

  private final BindingsGenerator generator =
      BindingsGenerator.find()
          .orElseGet(() -> abort("no libclang found: set -Dlibclang=, or install libclang1-15"));

  @TempDir private Path folder;

  private Map<String, String> generate(String header, String list) throws IOException {
    Path file = Files.writeString(folder.resolve("toy.h"), header);
    return generator.generate(Selection.parse(list), file, List.of());
  }

  @Test
  void writesAFileForEachClass() throws IOException {
    assertThat(generate(HEADER, LIST).keySet())
        .containsExactly(
            "Toy.java", "toy_box.java", "toy_box_size.java", "toy_point.java", "toy_status.java");
  }

  @Test
  void functionsGoByTheirSymbols() throws IOException {
    assertThat(generate(HEADER, LIST).get("Toy.java"))
        .contains("new Symbol(\"toy_open_v2\", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);")
        .contains(
            "public int toy_open_v2(MemorySegment out, long flags, MemorySegment default_name) {")
        .doesNotContain("toy_nothing");
  }

  @Test
  void structuresHavePaddingNestingAndAccessors() throws IOException {
    Map<String, String> files = generate(HEADER, LIST);
    assertThat(files.get("toy_box.java"))
        .containsSubsequence(
            "JAVA_BYTE.withName(\"kind\")",
            "MemoryLayout.paddingLayout(7)",
            "toy_point.LAYOUT.withName(\"corner\")",
            "toy_box_size.LAYOUT.withName(\"size\")",
            "JAVA_SHORT.withName(\"native\")",
            "MemoryLayout.paddingLayout(2)",
            ".withByteAlignment(8)")
        .contains("public static short native_(MemorySegment at) {")
        .contains("return at.asSlice(8, 24);");
    assertThat(files.get("toy_box_size.java"))
        .contains("MemoryLayout.unionLayout(")
        .contains("public static void part(MemorySegment at, float value) {");
    assertThat(files.get("toy_point.java"))
        .contains("MemoryLayout.sequenceLayout(2, JAVA_DOUBLE).withName(\"y\")");
  }

  @Test
  void theFirstOfSeveralNamesOfAValueWins() throws IOException {
    assertThat(generate(HEADER, LIST).get("toy_status.java"))
        .contains("public static final int TOY_FINE = 0;")
        .contains("case TOY_OK -> \"TOY_OK\";")
        .doesNotContain("case TOY_FINE")
        .contains("public static final int TOY_BAD = 7;");
  }

  @Test
  void saysWhatItCannotWrite() {
    assertRefused(HEADER, "function toy_gone", "the header declares no function toy_gone");
    assertRefused(HEADER, "enum toy_box", "the header declares no enumeration toy_box");
    assertRefused(HEADER, "struct toy_status", "the header declares no structure toy_status");
    assertRefused(HEADER, "function toy_nothing", "toy_nothing returns nothing");
    assertRefused(HEADER, "function toy_wide", "no Java type for __int128");
    assertRefused("int x = ;", "", "expected expression");
    assertRefused(HEADER, "function", "expected a kind and a name");
    assertRefused(HEADER, "macro X", "line 3: unknown kind 'macro'");
    assertThatThrownBy(() -> Selection.parse("class Toy"))
        .isInstanceOf(GeneratorException.class)
        .hasMessage("the list names no package or no class");
  }

  private void assertRefused(String header, String entry, String message) {
    assertThatThrownBy(() -> generate(header, "package toy\nclass Toy\n" + entry + "\n"))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining(message);
  }
}
