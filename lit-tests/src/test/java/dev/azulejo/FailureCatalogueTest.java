// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of what has gone wrong in compilers of this kind is complete: one file for each
 * entry, which begins with what went wrong, and has more than one case.
 */
class FailureCatalogueTest {
  private static final Path FOLDER = SourceTree.ROOT.resolve("lit-tests/failures");
  private static final int ENTRIES = 59;
  private static final Pattern NAME = Pattern.compile("(\\d\\d)-[a-z0-9-]+\\.(tir|mlir|test)");
  private static final Pattern CASE =
      Pattern.compile("RUN:|// -----|CHECK-LABEL:|expected-(?:error|remark|note)");

  @Test
  void everyEntryHasAFile() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      assertThat(name.matches()).as("%s", file.getFileName()).isTrue();
      numbers.add(Integer.parseInt(name.group(1)));
    }
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, ENTRIES).boxed().toList());
  }

  @Test
  void everyFileSaysWhatWentWrongAndHasSeveralCases() throws IOException {
    for (Path file : files()) {
      String text = SourceTree.read(file);
      String name = file.getFileName().toString();
      String first = text.lines().findFirst().orElse("");
      assertThat(first).as("%s begins with what went wrong", name).hasSizeGreaterThan(40);
      assertThat(first).as("%s begins with what went wrong", name).doesNotContain("RUN:");
      assertThat(CASE.matcher(text).results().count()).as("cases of %s", name).isGreaterThan(1);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
