// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.codegen.PtxStructure;
import dev.azulejo.cuda.runtime.manifest.KernelManifest;
import dev.azulejo.cuda.runtime.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code convert-to-ptx} makes of the lit tests about it: PTX that hangs together, and a
 * manifest that the runtime reads and that fits it.
 */
class ConvertedKernelsTest {
  private static final Path KERNELS = SourceTree.ROOT.resolve("lit-tests/passes/convert-to-ptx");

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> manifestsFitTheirKernels() {
    return SourceTree.filesEndingWith(".tir", KERNELS).stream()
        .filter(file -> SourceTree.read(file).startsWith("// RUN: tile-translate --to=ptx"))
        .map(file ->
            DynamicTest.dynamicTest(SourceTree.name(file), file.toUri(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    Path written = directory.resolve("manifest");
    String ptx =
        Translation.ptx("--pass=convert-to-ptx,cse", "--manifest=" + written, file.toString());
    assertThat(PtxStructure.problems(ptx)).as(ptx).isEmpty();
    String text = Files.readString(written);
    Manifest manifest = Manifest.parse(text);
    assertThat(manifest.text()).isEqualTo(text);
    assertThat(manifest.kernels()).isNotEmpty();
    for (KernelManifest kernel : manifest.kernels()) {
      int parameters = kernel.parameters().size();
      assertThat(ptx)
          .contains(".visible .entry " + kernel.name() + "(")
          .contains(".maxntid " + kernel.shape().block() + "\n")
          .contains(kernel.name() + "_param_" + (parameters - 1))
          .doesNotContain(kernel.name() + "_param_" + parameters);
    }
  }
}
