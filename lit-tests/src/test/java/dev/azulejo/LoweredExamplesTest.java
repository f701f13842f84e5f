// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassRunner;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.PipelineParser;
import dev.azulejo.ir.pass.RunOptions;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.simulator.Elements;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples and products of all types compute the same on every rung, whatever the number of
 * their stages and whatever the schedule: as tile programs, as what one thread does, and as kernels
 * of instructions. Where an example says that it is exact, the bits are the same.
 */
class LoweredExamplesTest {
  private static final Path EXAMPLES = SourceTree.ROOT.resolve("examples");
  private static final Path KERNELS = SourceTree.ROOT.resolve("lit-tests/kernels");
  private static final Catalog CATALOG = Catalog.shipped();

  private static final Pattern ACCEPTANCE = Pattern.compile("tile.accept = \"([^\"]*)\"");

  private static final String WAY_TO_KERNELS =
      Objects.requireNonNull(CATALOG.passes().pipeline("tile-to-ptx")).text();

  private static final String WAY_TO_THREADS =
      WAY_TO_KERNELS.substring(0, WAY_TO_KERNELS.lastIndexOf(",convert-to-ptx"));

  @TestFactory
  Stream<DynamicTest> computeTheSameOnEveryRung() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : SourceTree.filesEndingWith(".tir", EXAMPLES)) {
      for (int stages = 0; stages <= 4; stages++) {
        String text =
            SourceTree.read(file).replaceAll("stages\\(\\d+\\)", "stages(" + stages + ")");
        String name = SourceTree.name(file) + " with " + stages + " stages";
        tests.add(DynamicTest.dynamicTest(name, file.toUri(), () -> check(text)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> productsOfAllTypesComputeTheSameOnEveryRung() {
    return SourceTree.filesEndingWith(".tir", KERNELS).stream()
        .filter(file -> SourceTree.name(file).contains("/gemm-"))
        // Those for any target are swept, and say themselves how far down they go.
        .filter(file -> SourceTree.read(file).contains("tile.target"))
        // Those of unknown sizes say themselves which sizes they are run with.
        .filter(file -> !SourceTree.read(file).contains("memref<?"))
        .map(file ->
            DynamicTest.dynamicTest(
                SourceTree.name(file), file.toUri(), () -> check(SourceTree.read(file))));
  }

  private static void check(String text) {
    Operation tiles = lowered(text, "");
    List<Given> given = given(launching(tiles));
    Comparison rule = acceptance(text);
    List<Tensor> expected = run(tiles, given, 0);
    Operation threads = lowered(text, WAY_TO_THREADS);
    Operation kernels = lowered(text, WAY_TO_KERNELS);
    assertThat(kernels.region(0).entry().first()).isInstanceOf(KernelOp.class);
    agrees(run(threads, given, 0), expected, rule, "rung 3");
    List<Tensor> found = run(kernels, given, 0);
    agrees(found, expected, rule, "rung 4");
    agrees(run(kernels, given, 1), found, new Comparison.Bits(), "rung 4, another schedule");
  }

  /** The rule for results that the example names, or that they are exact. */
  private static Comparison acceptance(String text) {
    Matcher rule = ACCEPTANCE.matcher(text);
    return Comparison.parse(rule.find() ? rule.group(1) : "exact");
  }

  private static void agrees(
      List<Tensor> found, List<Tensor> expected, Comparison rule, String where) {
    for (int i = 0; i < found.size(); i++) {
      var result = rule.compare(found.get(i), expected.get(i));
      assertThat(result.passed()).as("%s: %s", where, result.summary()).isTrue();
    }
  }

  private static Operation lowered(String text, String passes) {
    Operation module = Programs.parse("example.tir", text, ParseOptions.STRICT);
    List<Diagnostic> said = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(said);
    if (!passes.isEmpty()) {
      PipelineParser parser = new PipelineParser(CATALOG.passes(), diagnostics);
      Pipeline pipeline = parser.parseShort("builtin.module", passes);
      assertThat(pipeline).as("%s", said).isNotNull();
      PassRunner runner = new PassRunner(CATALOG.dialects(), RunOptions.defaults());
      assertThat(runner.run(pipeline, module, diagnostics).failed()).as("%s", said).isFalse();
    }
    return module;
  }

  /** The first function that launches something. */
  private static FuncOp launching(Operation module) {
    for (Operation op : module.region(0).entry()) {
      if (op instanceof FuncOp function) {
        boolean[] launches = new boolean[1];
        function.walk(inner -> launches[0] |= inner instanceof LaunchOp);
        if (launches[0]) {
          return function;
        }
      }
    }
    throw new AssertionError("nothing is launched");
  }

  /** All buffers after a run. */
  private static List<Tensor> run(Operation module, List<Given> given, long seed) {
    List<Buffer> buffers = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Buffer buffer = given.get(i).buffer(i);
      buffers.add(buffer);
      arguments.add(new Argument.Memory(buffer));
    }
    List<Diagnostic> said = new ArrayList<>();
    Simulator simulator =
        new Simulator(module, SimulatorOptions.DEFAULT.withSeed(seed), Progress.NONE);
    if (module.region(0).entry().first() instanceof KernelOp) {
      for (Operation op : module.region(0).entry()) {
        simulator.run((KernelOp) op, arguments, Diagnostics.into(said));
      }
    } else {
      simulator.run(launching(module), arguments, Diagnostics.into(said));
    }
    assertThat(said).isEmpty();
    return buffers.stream().map(buffer -> buffer.toTensor("data")).toList();
  }

  /** What an argument gets: what the program says, or room for results. */
  private record Given(MemRefType type, @Nullable String data) {
    Buffer buffer(int number) {
      ElementType element = Objects.requireNonNull(Elements.find(type.elementType()));
      if (data == null) {
        return Buffer.poisoned(element, type.shape());
      }
      Tensor tensor = new Tensor("data", element, type.shape());
      Generator.parse(data).fill(tensor, number);
      return Buffer.of(tensor);
    }
  }

  private static List<Given> given(FuncOp function) {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < function.arguments().size(); i++) {
      String data =
          function.argumentAttribute(i, TileDialect.DATA) instanceof StringAttr text
              ? text.value()
              : null;
      given.add(new Given((MemRefType) function.arguments().get(i).type(), data));
    }
    return given;
  }
}
