// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Text that somebody broke ends in located errors, or is another program; nothing is thrown. */
class BrokenTextProperties {
  private static final List<String> TEXTS = texts();

  /** What text is made of, and what it should not be made of. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "<",
          ">",
          "[",
          "]",
          "->",
          ":",
          "::",
          ",",
          "=",
          "\"",
          "%",
          "%0",
          "#0",
          "@",
          "^bb0",
          "!",
          "!t.x",
          "#",
          "x",
          "0x",
          "1",
          "-1",
          "1e9",
          "99999999999999999999999",
          "index",
          "i32",
          "i0",
          "i16777216",
          "f16",
          "memref<",
          "vector<-1x",
          "dense<",
          "affine_map<",
          "loc(",
          "\\",
          "\u0000",
          "\u00e9",
          "\ud83d\ude00",
          "\n",
          "//",
          "{-#",
          "#-}",
          "?",
          "*",
          "attributes",
          "func.func",
          "scf.for",
          "tile.copy",
          "pipeline.for",
          "else",
          "to",
          "step");

  private static List<String> texts() {
    Stream<String> files =
        Stream.of("dialects", "passes", "kernels")
            .map(folder -> SourceTree.ROOT.resolve("lit-tests").resolve(folder))
            .filter(folder -> folder.toFile().isDirectory())
            .flatMap(BrokenTextProperties::programs)
            .map(SourceTree::read)
            .flatMap(Pattern.compile("// -----\n")::splitAsStream)
            .filter(text -> text.length() < 4000);
    return Stream.concat(Programs.examples().values().stream(), files).toList();
  }

  private static Stream<Path> programs(Path folder) {
    return Stream.of(".mlir", ".tir")
        .flatMap(suffix -> SourceTree.filesEndingWith(suffix, folder).stream());
  }

  @Property(seed = "20261128", tries = 4000, shrinking = ShrinkingMode.OFF)
  void nothingIsThrown(@ForAll long seed) {
    String text = broken(new Random(seed));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(text), text);
  }

  private static void check(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("broken.mlir", text),
            Programs.DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    if (module == null) {
      assertThat(problems).as(text).isNotEmpty().allMatch(BrokenTextProperties::hasPlace);
    } else if (Programs.problems(module).isEmpty()) {
      Programs.assertReadsBack(module);
    }
  }

  private static boolean hasPlace(Diagnostic problem) {
    return Objects.requireNonNull(problem.location().position()).line() > 0;
  }

  private static String broken(Random random) {
    StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
    for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(start, end));
        default -> text.setLength(start);
      }
    }
    return text.toString();
  }

  @Example
  void thereIsEnoughToBreak() {
    assertThat(TEXTS).hasSizeGreaterThan(100);
  }
}
