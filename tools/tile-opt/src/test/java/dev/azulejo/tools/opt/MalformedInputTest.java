// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input is, the tool says where it is wrong, and ends with status 1. */
final class MalformedInputTest {
  @TempDir private Path folder;

  private static String resource(String name) throws IOException {
    try (InputStream text = MalformedInputTest.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The place, a part of the message and the input of each case. */
  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    String[] sections = resource("malformed.txt").split("(?m)^=== ");
    for (int i = 1; i < sections.length; i++) {
      int endOfLine = sections[i].indexOf('\n');
      String[] expected = sections[i].substring(0, endOfLine).split(": ", 2);
      cases.add(arguments(expected[0], expected[1], sections[i].substring(endOfLine + 1)));
    }
    return cases.stream();
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(cases().count()).isGreaterThan(31);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("cases")
  void saysWhereAndWhat(String place, String message, String input) {
    Outcome outcome = Outcome.of(folder, input);
    String first = outcome.err().lines().findFirst().orElse("");
    assertThat(first).startsWith("<stdin>:" + place + ": error: ").contains(message);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isOne();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsLineAndCaret(String place, String message, String input) {
    List<String> lines = Outcome.of(folder, input).err().lines().toList();
    int line = Integer.parseInt(place.substring(0, place.indexOf(':')));
    int column = Integer.parseInt(place.substring(place.indexOf(':') + 1));
    List<String> source = input.lines().toList();
    assertThat(lines.get(1)).isEqualTo(line > source.size() ? "" : source.get(line - 1));
    assertThat(lines.get(2)).isEqualTo(" ".repeat(column - 1) + "^");
  }

  private void refuses(byte[] input, String error) {
    Outcome outcome = Outcome.of(folder, input);
    assertThat(outcome.err()).startsWith(error);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isOne();
  }

  @Test
  void takesTextOnly() {
    byte[] latin1 = "// gr\u00fcn\nfunc.func @f()".getBytes(StandardCharsets.ISO_8859_1);
    refuses(latin1, "<stdin>:1:6: error: invalid UTF-8\n");
    byte[] cut = {'\n', ' ', (byte) 0xE2, (byte) 0x82};
    refuses(cut, "<stdin>:2:2: error: invalid UTF-8\n");
    byte[] bytecode = {'M', 'L', (byte) 0xEF, 'R', 0, 1, 2};
    refuses(bytecode, "<stdin>:1:1: error: this is bytecode, and only text is understood\n");
    byte[] zero = {'m', 'o', 0, 'd'};
    refuses(zero, "<stdin>:1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a.b\"() ({",
        "\"a.b\"() {x = [",
        "\"a.b\"() : () -> tuple<",
        "module {",
        "#m = affine_map<(d0) -> (",
        "func.func @f() attributes {a = dense<[",
        "func.func @f() { return } loc(fused["
      })
  void nothingIsTooDeep(String opening) {
    String last = opening.substring(opening.length() - 1);
    Outcome outcome = Outcome.of(folder, opening + last.repeat(100_000));
    assertThat(outcome.err()).startsWith("<stdin>:1:");
    assertThat(outcome.status()).isOne();
    outcome = Outcome.of(folder, opening.repeat(50_000));
    assertThat(outcome.err()).startsWith("<stdin>:1:");
    assertThat(outcome.status()).isOne();
  }

  /** Cuts, doubles and mixes up good programs; the tool may take or refuse them, but not break. */
  @Test
  void survivesMutations() throws IOException {
    String good = resource("good.mlir");
    Random random = new Random(20_26);
    for (int i = 0; i < 2_000; i++) {
      String mutant = mutate(good, random);
      Outcome outcome = Outcome.of(folder, mutant, "--pass=canonicalize,cse");
      assertThat(outcome.err()).as(mutant).doesNotContain("bug", "left this behind");
      if (outcome.status() != 0) {
        assertThat(outcome.err()).as(mutant).containsPattern("(?m)^\\S+:\\d+:\\d+: error: ");
      }
    }
  }

  private static String mutate(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      int to = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(to, text.substring(at, end));
        case 2 -> text.setCharAt(at, "(){}<>[]%@^#!:,=->\"x0?*\n".charAt(random.nextInt(24)));
        default -> text.setLength(Math.max(1, at));
      }
    }
    return text.toString();
  }
}
