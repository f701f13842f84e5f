// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.codegen.PtxStructure;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * PTX of the lit tests that are kernels hangs together; this needs no assembler. What one says of
 * it, {@code backends/cuda/assembles.test} asks where there is one.
 */
class PtxTest {
  private static final Path KERNELS = SourceTree.ROOT.resolve("lit-tests/backends/cuda");

  private static final Tool TRANSLATE =
      ServiceLoader.load(Tool.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("tile-translate"))
          .findFirst()
          .orElseThrow();

  @TestFactory
  Stream<DynamicTest> hangsTogether() {
    return SourceTree.filesEndingWith(".tir", KERNELS).stream()
        .filter(file -> SourceTree.read(file).startsWith("// RUN: tile-translate --to=ptx %s"))
        .map(file ->
            DynamicTest.dynamicTest(
                SourceTree.name(file),
                file.toUri(),
                () -> {
                  String text = translate(file);
                  assertThat(text).contains(".visible .entry");
                  assertThat(PtxStructure.problems(text)).as(text).isEmpty();
                  assertThat(translate(file)).isEqualTo(text);
                }));
  }

  private static String translate(Path file) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status;
    try (var toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        var toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      var args = List.of("--to=ptx", file.toString());
      var in = new ByteArrayInputStream(new byte[0]);
      status = TRANSLATE.run(new Call(args, SourceTree.ROOT, Map.of(), in, toOut, toErr));
    }
    assertThat(status).as("%s", err).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
