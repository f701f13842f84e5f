// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.azulejo.lit.LitException;
import dev.azulejo.lit.TestFile;
import dev.azulejo.lit.shell.Programs;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What we print in generic form, upstream's {@code mlir-opt} accepts; and what it prints of that,
 * in either form, is to us the same program. Held for every example that we ship and every lit test
 * that is not one of errors.
 */
class UpstreamTest {
  private static final List<String> NAMES = List.of("mlir-opt-22", "mlir-opt");
  private static final String GENERIC = "--mlir-print-op-generic";
  private static final String SPLIT = "--split-input-file";
  private static final String UNREGISTERED = "--allow-unregistered-dialect";

  private static final Optional<Path> UPSTREAM =
      NAMES.stream()
          .flatMap(name -> Programs.find(name, System.getenv("PATH")).stream())
          .findFirst();

  private static final Tool OPT =
      ServiceLoader.load(Tool.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("tile-opt"))
          .findFirst()
          .orElseThrow();

  @TestFactory
  Stream<DynamicTest> acceptsExamples() {
    Path examples = SourceTree.ROOT.resolve("examples");
    return Files.isDirectory(examples)
        ? SourceTree.filesEndingWith(".tir", examples).stream()
            .map(file -> test(file, "tile-opt %s"))
        : Stream.empty();
  }

  @TestFactory
  Stream<DynamicTest> acceptsLitTests() throws LitException {
    var tests = new ArrayList<DynamicTest>();
    for (TestFile test : LitSuite.tests()) {
      LitSuite.linesOfProgram(test).ifPresent(lines -> tests.add(test(test.file(), lines)));
    }
    return tests.stream();
  }

  private static DynamicTest test(Path file, String lines) {
    return DynamicTest.dynamicTest(SourceTree.name(file), file.toUri(), () -> compare(file, lines));
  }

  private static void compare(Path file, String lines) throws IOException, InterruptedException {
    if (UPSTREAM.isEmpty()) {
      abort("mlir-opt is not installed");
    }
    var options = new ArrayList<String>();
    for (String option : List.of(SPLIT, UNREGISTERED)) {
      if (lines.contains(option)) {
        options.add(option);
      }
    }
    String ours = opt(options, SourceTree.read(file));
    assertThat(opt(options, upstream(ours, GENERIC))).as("by way of generic form").isEqualTo(ours);
    assertThat(opt(options, upstream(ours))).as("by way of custom form").isEqualTo(ours);
  }

  /** The generic form that we print of a text. */
  private static String opt(List<String> options, String text) {
    var args = new ArrayList<String>(options);
    args.add(GENERIC);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status;
    try (var toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
        var toErr = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      status = OPT.run(new Call(args, SourceTree.ROOT, Map.of(), in, toOut, toErr));
    }
    assertThat(status).as("tile-opt says %s of%n%s", err, text).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What upstream prints of a text. */
  private static String upstream(String text, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(UPSTREAM.orElseThrow().toString()));
    command.addAll(List.of(UNREGISTERED, SPLIT));
    command.addAll(List.of(options));
    Path input = Files.createTempFile("upstream", ".mlir");
    Path errors = Files.createTempFile("upstream", ".err");
    try {
      Files.writeString(input, text);
      command.add(input.toString());
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor())
          .as("mlir-opt says %s of%n%s", Files.readString(errors), text)
          .isZero();
      return output;
    } finally {
      Files.delete(input);
      Files.delete(errors);
    }
  }
}
