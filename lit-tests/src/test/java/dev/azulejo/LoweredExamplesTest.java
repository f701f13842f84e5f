// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.MemRefType;
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
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples compute the same bits on every rung, whatever the number of their stages and
 * whatever the schedule: as tile programs, as what one thread does, and as kernels of instructions.
 */
class LoweredExamplesTest {
  private static final Path EXAMPLES = SourceTree.ROOT.resolve("examples");
  private static final Catalog CATALOG = Catalog.shipped();

  private static final String WAY_TO_THREADS =
      "if-stmt-binding,pipeline-planning,inject-sw-pipeline,layout-inference,lower-tile-ops,"
          + "canonicalize,cse";

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

  private static void check(String text) {
    Operation tiles = lowered(text, "");
    List<Type> types = launching(tiles).functionType().inputs();
    List<List<Long>> expected = run(tiles, types, 0);
    Operation threads = lowered(text, WAY_TO_THREADS);
    Operation kernels = lowered(text, "tile-to-ptx");
    assertThat(kernels.region(0).entry().first()).isInstanceOf(KernelOp.class);
    for (long seed = 0; seed < 2; seed++) {
      assertThat(run(threads, types, seed)).as("rung 3, seed %d", seed).isEqualTo(expected);
      assertThat(run(kernels, types, seed)).as("rung 4, seed %d", seed).isEqualTo(expected);
    }
  }

  private static Operation lowered(String text, String passes) {
    Operation module = Programs.parse("example.tir", text, ParseOptions.STRICT);
    List<Diagnostic> said = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(said);
    if (!passes.isEmpty()) {
      PipelineParser parser = new PipelineParser(CATALOG.passes(), diagnostics);
      Pipeline pipeline = Objects.requireNonNull(parser.parseShort("builtin.module", passes));
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

  /** The bits of all buffers after a run; the last argument is room for results. */
  private static List<List<Long>> run(Operation module, List<Type> types, long seed) {
    List<Buffer> buffers = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Buffer buffer = buffer((MemRefType) types.get(i), i, i == types.size() - 1);
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
    return buffers.stream().map(LoweredExamplesTest::bits).toList();
  }

  private static Buffer buffer(MemRefType type, int number, boolean isRoom) {
    ElementType element = Objects.requireNonNull(Elements.find(type.elementType()));
    if (isRoom) {
      return Buffer.poisoned(element, type.shape());
    }
    Tensor tensor = new Tensor("data", element, type.shape());
    Generator.parse("Z(-2,2)").fill(tensor, number);
    return Buffer.of(tensor);
  }

  private static List<Long> bits(Buffer buffer) {
    List<Long> bits = new ArrayList<>();
    for (int i = 0; i < buffer.count(); i++) {
      bits.add(buffer.bits(i));
    }
    return bits;
  }
}
