// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.codegen.PtxStructure;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * PTX of the lit tests that are kernels hangs together; this needs no assembler. What one says of
 * it, {@code backends/cuda/assembles.test} asks where there is one.
 */
class PtxTest {
  private static final Path KERNELS = SourceTree.ROOT.resolve("lit-tests/backends/cuda");

  @TestFactory
  Stream<DynamicTest> hangsTogether() {
    return SourceTree.filesEndingWith(".tir", KERNELS).stream()
        .filter(file -> SourceTree.read(file).startsWith("// RUN: tile-translate --to=ptx %s"))
        .map(file ->
            DynamicTest.dynamicTest(
                SourceTree.name(file),
                file.toUri(),
                () -> {
                  String text = Translation.ptx(file.toString());
                  assertThat(text).contains(".visible .entry");
                  assertThat(PtxStructure.problems(text)).as(text).isEmpty();
                  assertThat(Translation.ptx(file.toString())).isEqualTo(text);
                }));
  }
}
