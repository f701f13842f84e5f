// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kernel in {@code killers} is refused twice, by the static check and by the simulator, and
 * has a twin in {@code killers/repaired} that both accept.
 */
class KillersTest {
  private static final int AT_LEAST = 25;
  private static final Path KILLERS = SourceTree.ROOT.resolve("lit-tests/killers");
  private static final Path REPAIRED = KILLERS.resolve("repaired");

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tir")).sorted().toList();
    }
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(in(KILLERS)).hasSizeGreaterThanOrEqualTo(AT_LEAST);
  }

  @Test
  void eachHasATwin() throws IOException {
    assertThat(in(KILLERS).stream().map(Path::getFileName))
        .containsExactlyElementsOf(in(REPAIRED).stream().map(Path::getFileName).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedTwice() throws IOException {
    return in(KILLERS).stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () ->
                    assertThat(Files.readString(file))
                        .contains("// RUN: not tile-run %s 2>&1 | filecheck %s")
                        .containsPattern("// RUN: (not )?tile-opt .*--verify-barriers")
                        .containsPattern("expected-error|// TRACE: .*: error: ")));
  }

  @TestFactory
  Stream<DynamicTest> eachTwinIsAcceptedTwice() throws IOException {
    return in(REPAIRED).stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () ->
                    assertThat(Files.readString(file))
                        .containsPattern("// RUN: tile-run %s --repeat=[0-9]+ [|] filecheck %s")
                        .containsPattern("// CHECK: .*bit-exact with @")
                        .containsPattern("// RUN: tile-opt .*--verify-barriers")));
  }
}
