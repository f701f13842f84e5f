// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.pass.pipeline.IfStmtBindingPass;
import dev.azulejo.pass.pipeline.InjectSoftwarePipelinePass;
import dev.azulejo.pass.pipeline.PipelinePlanningPass;
import dev.azulejo.pass.verify.VerifyBarriersPass;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * A schedule can't change a result: whatever a loop does, planned or scheduled by chance, it is
 * refused, left plain, or computes what the plain loop computes, in whatever order copies arrive.
 */
class ScheduleProperties {
  private static final int STATES = 1_000_000;

  /** Who decides about the schedule. */
  private enum Way {
    PLANNED,
    BOUND_AND_PLANNED,
    BY_HAND
  }

  private enum Outcome {
    NOT_A_PROGRAM,
    REFUSED,
    LEFT_PLAIN,
    PIPELINED
  }

  @Property(seed = "20261128", tries = 300, shrinking = ShrinkingMode.OFF)
  void plannedLoops(@ForAll long seed) {
    check(seed, Way.PLANNED);
  }

  @Property(seed = "20261128", tries = 400, shrinking = ShrinkingMode.OFF)
  void plannedLoopsWithGuardsSplit(@ForAll long seed) {
    check(seed, Way.BOUND_AND_PLANNED);
  }

  @Property(seed = "20261128", tries = 300, shrinking = ShrinkingMode.OFF)
  void loopsWithAScheduleOfTheirOwn(@ForAll long seed) {
    check(seed, Way.BY_HAND);
  }

  /** Other programs each time; what fails prints its seed. */
  @Tag("nightly")
  @Property(tries = 4000, shrinking = ShrinkingMode.OFF)
  void moreLoops(@ForAll long seed, @ForAll Way way) {
    check(seed, way);
  }

  /** Guards the properties above against becoming empty. */
  @Example
  void manyProgramsAreReallyPipelined() {
    for (Way way : Way.values()) {
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      for (long seed = 0; seed < 200; seed++) {
        counts.merge(check(seed, way), 1, Integer::sum);
      }
      assertThat(counts.getOrDefault(Outcome.PIPELINED, 0)).isGreaterThan(20);
      assertThat(counts.getOrDefault(Outcome.REFUSED, 0)).isGreaterThan(10);
    }
  }

  /** Guards the property of split guards against becoming empty. */
  @Example
  void manyGuardsAreReallySplitAndPipelined() {
    int split = 0;
    int pipelined = 0;
    for (long seed = 0; seed < 300; seed++) {
      Operation module = parse(LoopPrograms.guarded(new Random(seed)));
      if (bind(module, seed) == Change.SOME) {
        split++;
        pipelined += check(seed, Way.BOUND_AND_PLANNED) == Outcome.PIPELINED ? 1 : 0;
      }
    }
    assertThat(split).isGreaterThan(150);
    assertThat(pipelined).isGreaterThan(30);
  }

  /** Splits guards; every third time without repeating bindings. */
  private static Change bind(Operation module, long seed) {
    PassContext context = new PassContext(Programs.DIALECTS, Diagnostics.silent());
    return new IfStmtBindingPass(new IfStmtBindingPass.Options(seed % 3 != 0))
        .run(function(module), context);
  }

  private static Outcome check(long seed, Way way) {
    Random random = new Random(seed);
    LoopPrograms program =
        way == Way.BOUND_AND_PLANNED
            ? LoopPrograms.guarded(random)
            : LoopPrograms.of(random, way == Way.BY_HAND);
    Optional<List<Long>> expected = run(parse(program), program, seed);
    if (expected.isEmpty()) {
      return Outcome.NOT_A_PROGRAM;
    }
    Operation module = parse(program);
    List<Diagnostic> said = new ArrayList<>();
    PassContext context = new PassContext(Programs.DIALECTS, Diagnostics.into(said));
    if (way == Way.BOUND_AND_PLANNED && bind(module, seed) == Change.SOME) {
      assertThat(Programs.problems(module)).as(program.text()).isEmpty();
      assertThat(run(module, program, seed))
          .as("%s\n%s", program.text(), Printer.print(module))
          .isEqualTo(expected);
    }
    if (way != Way.BY_HAND) {
      new PipelinePlanningPass(new PipelinePlanningPass.Options(true))
          .run(function(module), context);
    }
    if (has(said, Severity.ERROR)) {
      return Outcome.REFUSED;
    }
    boolean isPlain = said.stream().anyMatch(d -> d.message().startsWith("not pipelined"));
    new InjectSoftwarePipelinePass().run(function(module), context);
    if (has(said, Severity.ERROR)) {
      return Outcome.REFUSED;
    }
    assertThat(Programs.problems(module)).as(program.text()).isEmpty();
    new VerifyBarriersPass(new VerifyBarriersPass.Options(STATES)).run(function(module), context);
    assertThat(said)
        .as(program.text())
        .noneMatch(d ->
            d.severity() == Severity.ERROR && !isOfNoIteration(d, program) && !isWaste(d, way));
    for (long order = 0; order < 3; order++) {
      assertThat(run(module, program, seed + order))
          .as(
              "%s\nfrom %d to %d\n%s",
              program.text(), program.first(), program.end(), Printer.print(module))
          .isEqualTo(expected);
    }
    return isPlain ? Outcome.LEFT_PLAIN : Outcome.PIPELINED;
  }

  /** A schedule by hand may bring what nobody reads: the check says so, and nothing is wrong. */
  private static boolean isWaste(Diagnostic said, Way way) {
    return way == Way.BY_HAND && said.message().startsWith("overwritten: ");
  }

  /** Nothing fills a tile that is read behind a loop that may have no iteration: that is so. */
  private static boolean isOfNoIteration(Diagnostic said, LoopPrograms program) {
    boolean mayHaveNone = program.text().matches("(?s).*pipeline.for[^\n]*%(lo|hi).*");
    return mayHaveNone && said.message().startsWith("not filled: ");
  }

  private static boolean has(List<Diagnostic> said, Severity severity) {
    return said.stream().anyMatch(diagnostic -> diagnostic.severity() == severity);
  }

  private static Operation parse(LoopPrograms program) {
    Operation module = Programs.parse("loop.tir", program.text(), ParseOptions.STRICT);
    assertThat(Programs.problems(module)).as(program.text()).isEmpty();
    return module;
  }

  private static FuncOp function(Operation module) {
    return (FuncOp) module.region(0).entry().first();
  }

  /** The bits of the result and of the counters, or empty where the run ends in an error. */
  private static Optional<List<Long>> run(Operation module, LoopPrograms program, long seed) {
    Buffer counters = numbers(ElementType.I32, 7, 4);
    Buffer result = Buffer.poisoned(ElementType.F32, new long[] {128, 8});
    List<Argument> arguments =
        List.of(
            new Argument.Memory(numbers(ElementType.F32, 13, 32, 32)),
            new Argument.Memory(numbers(ElementType.F32, 11, 32, 32)),
            new Argument.Memory(numbers(ElementType.I32, 19, 8)),
            new Argument.Memory(counters),
            new Argument.Memory(result),
            new Argument.Scalar(program.first()),
            new Argument.Scalar(program.end()));
    SimulatorOptions options = SimulatorOptions.DEFAULT.withSeed(seed);
    return new Simulator(module, options, Progress.NONE)
        .run(function(module), arguments, Diagnostics.silent())
        .map(_ -> bits(result, counters));
  }

  private static List<Long> bits(Buffer... buffers) {
    List<Long> bits = new ArrayList<>();
    for (Buffer buffer : buffers) {
      for (int i = 0; i < buffer.count(); i++) {
        bits.add(buffer.bits(i));
      }
    }
    return bits;
  }

  /** Small numbers that repeat after a while. */
  private static Buffer numbers(ElementType type, int period, long... shape) {
    Tensor tensor = new Tensor("numbers", type, shape);
    for (int i = 0; i < tensor.count(); i++) {
      tensor.setValue(i, i * 5 % period);
    }
    return Buffer.of(tensor);
  }
}
