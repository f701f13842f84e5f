// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.pass.specialize.AnnotateRegisterAllocationPass;
import dev.azulejo.pass.specialize.InsertPhaseCountersPass;
import dev.azulejo.pass.specialize.InstructionAnnotationPass;
import dev.azulejo.pass.specialize.OverlapGemmPass;
import dev.azulejo.pass.specialize.WarpSpecializePass;
import dev.azulejo.pass.verify.VerifyBarriersPass;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Roles can't change a result: whatever is divided between those who load and those who compute,
 * they compute what the block does as a whole, in whatever order they run and boxes arrive.
 */
class SpecializedProperties {
  private static final int ORDERS = 3;
  private static final int CHECKED = 24;
  private static final int STATES = 1_000_000;

  @Property(seed = "20261129", tries = 300, shrinking = ShrinkingMode.OFF)
  void dividedBlocksDoWhatWholeOnesDo(@ForAll long seed) {
    check(seed);
  }

  /** Down to instructions: boxes, products of warpgroups, barriers and all that is between. */
  @Property(seed = "20261129", tries = 60, shrinking = ShrinkingMode.OFF)
  void dividedBlocksDoTheSameInInstructions(@ForAll long seed) {
    RolePrograms program = RolePrograms.withInstructions(new Random(seed));
    Optional<List<Long>> expected = run(parse(program), program, seed);
    Operation module = LoweredProgram.toRung4("roles.tir", program.text());
    assertThat(run(module, program, seed))
        .as("%s\n%s", program.text(), Printer.print(module))
        .isEqualTo(expected);
  }

  /** Other programs each time; what fails prints its seed. */
  @Tag("nightly")
  @Property(tries = 6000, shrinking = ShrinkingMode.OFF)
  void moreDividedBlocks(@ForAll long seed) {
    check(seed);
  }

  /** Guards the property above against becoming empty. */
  @Example
  void manyBlocksAreReallyDivided() {
    int divided = 0;
    for (long seed = 0; seed < 100; seed++) {
      divided += check(seed) ? 1 : 0;
    }
    assertThat(divided).isGreaterThan(60);
  }

  /** The check of barriers finds nothing wrong; it may give up where facts are many. */
  @Example
  void barriersOfDividedBlocksAreRight() {
    int undecided = 0;
    for (long seed = 0; seed < CHECKED; seed++) {
      undecided += checkBarriers(seed) ? 0 : 1;
    }
    assertThat(undecided).isLessThanOrEqualTo(CHECKED / 10);
  }

  /** More of the above; the share of what is not decided is that of the other. */
  @Tag("nightly")
  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void moreBarriersOfDividedBlocksAreRight(@ForAll long seed) {
    checkBarriers(seed);
  }

  /** Is the check decided? */
  private static boolean checkBarriers(long seed) {
    Random random = new Random(seed);
    RolePrograms program = RolePrograms.of(random);
    Operation module = parse(program);
    List<Diagnostic> said = new ArrayList<>();
    PassContext context = new PassContext(Programs.DIALECTS, Diagnostics.into(said));
    for (Pass pass : passes(random)) {
      pass.run(function(module), context);
    }
    new VerifyBarriersPass(new VerifyBarriersPass.Options(STATES)).run(function(module), context);
    List<String> errors =
        said.stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .map(Diagnostic::message)
            .toList();
    assertThat(errors)
        .as("%s\n%s", program.text(), Printer.print(module))
        .allMatch(message -> message.contains("not decided: "));
    return errors.isEmpty();
  }

  /** Is the block divided, and the result the same? */
  private static boolean check(long seed) {
    Random random = new Random(seed);
    RolePrograms program = RolePrograms.of(random);
    Optional<List<Long>> expected = run(parse(program), program, seed);
    assertThat(expected).as(program.text()).isPresent();
    Operation module = parse(program);
    List<Diagnostic> said = new ArrayList<>();
    PassContext context = new PassContext(Programs.DIALECTS, Diagnostics.into(said));
    for (Pass pass : passes(random)) {
      pass.run(function(module), context);
      assertThat(said)
          .as(program.text())
          .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
      assertThat(Programs.problems(module)).as(program.text()).isEmpty();
    }
    String text = Printer.print(module);
    for (long order = 0; order < ORDERS; order++) {
      assertThat(run(module, program, seed + order))
          .as("%s\n%s", program.text(), text)
          .isEqualTo(expected);
    }
    return text.contains("pipeline.roles");
  }

  private static List<Pass> passes(Random random) {
    List<Pass> passes = new ArrayList<>();
    if (random.nextBoolean()) {
      passes.add(new InstructionAnnotationPass());
    }
    boolean releaseByThread = random.nextInt(4) == 0;
    passes.add(
        new WarpSpecializePass(new WarpSpecializePass.Options(releaseByThread, false, false)));
    if (random.nextInt(3) > 0) {
      passes.add(new InsertPhaseCountersPass());
      if (random.nextBoolean()) {
        passes.add(new OverlapGemmPass());
      }
    }
    passes.add(new AnnotateRegisterAllocationPass());
    return passes;
  }

  private static Operation parse(RolePrograms program) {
    Operation module = Programs.parse("roles.tir", program.text(), ParseOptions.STRICT);
    assertThat(Programs.problems(module)).as(program.text()).isEmpty();
    return module;
  }

  private static FuncOp function(Operation module) {
    return (FuncOp) module.region(0).entry().first();
  }

  /** The bits of the result, or empty where the run ends in an error. */
  private static Optional<List<Long>> run(Operation module, RolePrograms program, long seed) {
    Buffer result = numbers(ElementType.F32, 1, 64, 64);
    List<Argument> arguments =
        List.of(
            new Argument.Memory(numbers(ElementType.F16, 5, 64, 256)),
            new Argument.Memory(numbers(ElementType.F16, 3, 256, 16)),
            new Argument.Memory(numbers(ElementType.F32, 4, 256, 16)),
            new Argument.Memory(numbers(ElementType.I32, 7, 16)),
            new Argument.Memory(numbers(ElementType.I32, 2, 16)),
            new Argument.Memory(result),
            new Argument.Scalar(program.first()),
            new Argument.Scalar(program.end()),
            new Argument.Scalar(program.tiles()));
    SimulatorOptions options = SimulatorOptions.DEFAULT.withSeed(seed);
    List<Diagnostic> said = new ArrayList<>();
    Diagnostics into = Diagnostics.into(said);
    Optional<List<Long>> bits =
        (module.region(0).entry().first() instanceof KernelOp kernel
                ? new Simulator(kernel, options, Progress.NONE).run(kernel, arguments, into)
                : new Simulator(module, options, Progress.NONE)
                    .run(function(module), arguments, into))
            .map(_ -> bits(result));
    if (bits.isEmpty()) {
      throw new AssertionError(said + "\n" + Printer.print(module));
    }
    return bits;
  }

  private static List<Long> bits(Buffer buffer) {
    List<Long> bits = new ArrayList<>();
    for (int i = 0; i < buffer.count(); i++) {
      bits.add(buffer.bits(i));
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
