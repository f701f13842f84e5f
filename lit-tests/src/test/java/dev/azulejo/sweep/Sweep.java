// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.SourceTree;
import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import dev.azulejo.tools.execution.Execution;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Functions;
import dev.azulejo.tools.execution.Given;
import dev.azulejo.tools.execution.Inputs;
import dev.azulejo.tools.execution.Outcome;
import dev.azulejo.tools.execution.Parameter;
import dev.azulejo.tools.program.TargetAttribute;
import dev.azulejo.tools.program.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs kernels in configurations. What a kernel computes as it is written, one tile operation after
 * the other, agrees with its reference; in every configuration it computes the same bits.
 */
final class Sweep {
  private static final Catalog CATALOG = Catalog.shipped();
  private static final long MAX_STEPS = 200_000_000;
  private static final Call SILENT = call("");

  private static final Tool RUN =
      ServiceLoader.load(Tool.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("tile-run"))
          .findFirst()
          .orElseThrow();

  private final Map<String, Outcome> expected = new ConcurrentHashMap<>();

  /** Runs a kernel in a configuration, and holds it against what it does as it is written. */
  void check(Configuration configuration, long seed) {
    Outcome wanted =
        expected.computeIfAbsent(
            configuration.kernel().name() + " " + configuration.trips(),
            _ -> asWritten(configuration));
    Operation module = parse(configuration.text());
    TargetAttribute.write(module, configuration.way().target());
    Execution execution = execution(module);
    String name = entry(module);
    for (Pipeline pass : configuration.way().passes(CATALOG)) {
      run(pass, module);
    }
    Outcome found =
        execution.run(Objects.requireNonNull(Functions.named(module, name)), module, seed);
    assertThat(found).as("%s runs, seed %d", configuration, seed).isNotNull();
    var rule = new Comparison.Bits();
    for (int i = 0; i < wanted.values().size(); i++) {
      Outcome.Value value = found.values().get(i);
      Outcome.Value other = wanted.values().get(i);
      assertThat(value.unwritten())
          .as("%s writes the same", value.name())
          .isEqualTo(other.unwritten());
      var result = rule.compare(value.tensor(), other.tensor());
      assertThat(result.passed()).as("%s: %s", value.name(), result.summary()).isTrue();
    }
  }

  /** The module behind passes; errors fail the test. */
  static Operation behind(Operation module, List<Pipeline> passes) {
    for (Pipeline pass : passes) {
      run(pass, module);
    }
    return module;
  }

  /** Runs a pass; errors fail the test. */
  static void run(Pipeline pass, Operation module) {
    List<Diagnostic> said = new ArrayList<>();
    PassRunner runner = new PassRunner(CATALOG.dialects(), RunOptions.defaults());
    boolean failed = runner.run(pass, module, Diagnostics.into(said)).failed();
    assertThat(said)
        .as("%s", pass)
        .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    assertThat(failed).as("%s", pass).isFalse();
  }

  static Operation parse(String text) {
    List<Diagnostic> said = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("kernel.tir", text),
            CATALOG.dialects(),
            ParseOptions.STRICT,
            Diagnostics.into(said));
    assertThat(said).isEmpty();
    return Objects.requireNonNull(module);
  }

  private static Outcome asWritten(Configuration configuration) {
    String text = configuration.kernel().plain(configuration.trips());
    agreesWithReference(text, configuration);
    Operation module = parse(text);
    Outcome outcome =
        execution(module)
            .run(Objects.requireNonNull(Functions.named(module, entry(module))), module, 0);
    return Objects.requireNonNull(outcome);
  }

  private static void agreesWithReference(String text, Configuration configuration) {
    var err = new ByteArrayOutputStream();
    int status;
    try (var toErr = new PrintStream(err, false, StandardCharsets.UTF_8);
        var nowhere =
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      status = RUN.run(new Call(List.of("-"), SourceTree.ROOT, Map.of(), in, nowhere, toErr));
    }
    assertThat(status).as("%s as it is written%n%s", configuration, err).isZero();
  }

  private static Execution execution(Operation module) {
    try {
      var function = Functions.entry(module, null);
      List<Parameter> parameters = Parameter.of(function, SourceText.of("kernel.tir", ""));
      Inputs inputs = Inputs.of(parameters, Given.NOTHING, SILENT);
      return new Execution(
          parameters,
          inputs,
          MAX_STEPS,
          null,
          new Diagnostics(diagnostic -> {
            throw new AssertionError(diagnostic.toString());
          }));
    } catch (Failure | UsageException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String entry(Operation module) {
    try {
      return Functions.entry(module, null).symName().value();
    } catch (Failure failure) {
      throw new AssertionError(failure);
    }
  }

  private static Call call(String in) {
    var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Call(
        List.of(),
        SourceTree.ROOT,
        Map.of(),
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        nowhere,
        nowhere);
  }
}
