// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.toy.ToyPass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PassRunnerTest {
  private static final Statistic SEEN = new Statistic("seen", "Operations seen");

  private final Operation module = Toy.module();
  private final Dialects dialects = new Dialects(List.of(new Toy()));
  private final List<Diagnostic> said = new ArrayList<>();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> dumps = new ArrayList<>();
  private RunOptions options = RunOptions.defaults().withThreads(1);

  private final ToyPass trace =
      ToyPass.of(
          "trace",
          (root, context) -> {
            log.add("trace " + root.attribute("sym_name"));
            context.count(SEEN, 1);
            context.remark(root, "seen %s", root.attribute("sym_name"));
            return Change.NONE;
          });
  private final ToyPass grow =
      ToyPass.on(
          "toy.func",
          "grow",
          (root, _) -> {
            Block entry = root.region(0).entry();
            Value value = Toy.constant(entry, 1);
            value.definingOp().moveBefore(entry.first());
            return Change.SOME;
          });
  private final ToyPass refuse =
      ToyPass.of(
          "refuse",
          (root, context) -> {
            context.error(root, "is refused");
            return Change.NONE;
          });
  private final ToyPass spoil =
      ToyPass.of(
          "spoil",
          (root, _) -> {
            Toy.constant(root.region(0).entry(), 1);
            return Change.SOME;
          });
  private final ToyPass crash =
      ToyPass.of(
          "crash",
          (root, _) -> {
            throw new CompilerBug("nobody expected this");
          });
  private final PassRegistry registry =
      new PassRegistry(List.of(trace, grow, refuse, spoil, crash), List.of());

  private void functions(String... names) {
    for (String name : names) {
      Toy.ret(Toy.func(module, name).region(0).entry());
    }
  }

  private Pipeline pipeline(String text) {
    return new PipelineParser(registry, Diagnostics.into(said)).parse(text);
  }

  private RunResult run(String text) {
    return new PassRunner(dialects, options).run(pipeline(text), module, Diagnostics.into(said));
  }

  private List<String> messages() {
    return said.stream().map(Diagnostic::message).toList();
  }

  @Test
  void allPassesRunOnAFunctionBeforeTheNext() {
    functions("f", "g");
    RunResult result = run("toy.module(toy.func(trace,grow),toy.func(trace))");
    assertThat(log)
        .containsExactly(
            "trace Text[value=f]", "trace Text[value=f]",
            "trace Text[value=g]", "trace Text[value=g]");
    assertThat(result).isEqualTo(new RunResult(false, Change.SOME));
  }

  @Test
  void whatIsSaidDoesNotDependOnThreads() {
    String[] names = new String[40];
    for (int i = 0; i < names.length; i++) {
      names[i] = "f" + i;
    }
    functions(names);
    List<String> first = List.of();
    for (int threads = 1; threads < 9; threads += 3) {
      said.clear();
      dumps.clear();
      IrPrinting printing = printing(false, false, "trace");
      options = options.withThreads(threads).withObserver(printing);
      assertThat(run("toy.module(any(trace))").change()).isEqualTo(Change.NONE);
      List<String> all = new ArrayList<>(messages());
      all.addAll(dumps);
      assertThat(all).hasSize(80);
      assertThat(first.isEmpty() ? all : first).isEqualTo(all);
      first = all;
    }
  }

  @Test
  void functionsAreWorkedOnAtTheSameTime() {
    functions("f", "g");
    AtomicInteger inside = new AtomicInteger();
    ToyPass meet =
        ToyPass.of(
            "meet",
            (_, _) -> {
              inside.incrementAndGet();
              long end = System.nanoTime() + 5_000_000_000L;
              while (inside.get() < 2 && System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              return Change.of(inside.get() == 2);
            });
    Pipeline nested =
        new Pipeline("toy.func", List.of(PassInstance.of(meet, PassOptions.defaults(List.of()))));
    RunResult result =
        new PassRunner(dialects, options.withThreads(2))
            .run(new Pipeline("toy.module", List.of(nested)), module, Diagnostics.into(said));
    assertThat(result.change()).isEqualTo(Change.SOME);
    assertThat(inside.get()).isEqualTo(2);
  }

  @Test
  void aFailureStopsThePipelineBehindAllFunctions() {
    functions("f", "g");
    assertThat(run("toy.module(toy.func(refuse,trace),trace)").failed()).isTrue();
    assertThat(messages()).containsExactly("'toy.func' op is refused", "'toy.func' op is refused");
    assertThat(log).isEmpty();
  }

  @Test
  void aPassThatLeavesBadIrIsFound() {
    functions("f");
    assertThat(run("toy.module(toy.func(spoil))").failed()).isTrue();
    assertThat(messages())
        .containsExactly("'toy.return' op must be the last operation in the parent block");
    assertThat(said.getFirst().notes())
        .extracting(Diagnostic::message)
        .containsExactly("pass 'spoil' left this behind");
    said.clear();
    options = options.withVerifyEach(false);
    assertThat(run("toy.module(toy.func(spoil))").failed()).isFalse();
  }

  @Test
  void aPassThatBreaksDownIsOurBug() {
    functions("f", "g");
    options = options.withThreads(2);
    assertThat(run("toy.module(toy.func(crash))").failed()).isTrue();
    assertThat(messages())
        .containsExactly(
            "pass 'crash' broke down on 'toy.func' operation: @f: nobody expected this. This is a"
                + " bug of the compiler, not of the input",
            "pass 'crash' broke down on 'toy.func' operation: @g: nobody expected this. This is a"
                + " bug of the compiler, not of the input");
    assertThat(said).allSatisfy(each -> assertThat(each.notes()).isEmpty());
    said.clear();
    options = new RunOptions(true, 1, PassObserver.NONE, null, null, true);
    run("toy.module(toy.func(crash))");
    assertThat(said.getFirst().notes().getFirst().message()).contains("CompilerBug", "\tat ");
  }

  @Test
  void thePipelineMustFit() {
    functions("f");
    assertThat(run("toy.func(trace)").failed()).isTrue();
    assertThat(run("toy.module(grow)").failed()).isTrue();
    assertThat(run("any(grow)").failed()).isTrue();
    assertThat(run("toy.module(toy.func(toy.return(trace)))").failed()).isTrue();
    assertThat(messages())
        .containsExactly(
            "can't run 'toy.func' pass manager on 'toy.module' op",
            "'toy.module' op trying to schedule pass 'grow' on an unsupported operation",
            "'toy.module' op trying to schedule pass 'grow' on an unsupported operation",
            "'toy.return' op trying to schedule a pass on an operation not marked as"
                + " 'IsolatedFromAbove'");
  }

  private Reproducer reproducer(boolean local, boolean bugsOnly, List<String> saved) {
    return new Reproducer(
        () -> "before",
        op -> "printed " + op.name(),
        local,
        bugsOnly,
        text -> {
          saved.add(text);
          return "file";
        });
  }

  @Test
  void aReproducerIsWrittenWhereAPassFails() {
    functions("f", "g");
    List<String> saved = new ArrayList<>();
    options = options.withReproducer(reproducer(false, false, saved));
    run("toy.module(trace,toy.func(refuse))");
    assertThat(messages())
        .endsWith("Failures have been detected while processing an MLIR pass pipeline");
    assertThat(said.getLast().notes().getFirst().message())
        .isEqualTo(
            "Pipeline failed while executing [`Refuse` on 'toy.func' operation: @f]: reproducer"
                + " generated at `file`");
    assertThat(saved)
        .containsExactly(
            """
            before
            {-#
              external_resources: {
                mlir_reproducer: {
                  pipeline: "toy.module(trace, toy.func(refuse))",
                  disable_threading: true,
                  verify_each: true
                }
              }
            #-}
            """);
  }

  @Test
  void aLocalReproducerBeginsAtThePassThatFails() {
    functions("f", "g");
    List<String> saved = new ArrayList<>();
    options = options.withThreads(2).withReproducer(reproducer(true, false, saved));
    run("toy.module(trace,toy.func(trace,refuse))");
    assertThat(saved).hasSize(1);
    assertThat(saved.getFirst())
        .startsWith("printed toy.module\n{-#")
        .contains("\"toy.module(toy.func(refuse))\"");
  }

  @Test
  void aReproducerMayBeForBugsOnly() {
    functions("f");
    List<String> saved = new ArrayList<>();
    options = options.withReproducer(reproducer(false, true, saved));
    run("toy.module(refuse)");
    assertThat(saved).isEmpty();
    run("toy.module(crash)");
    assertThat(saved).hasSize(1);
  }

  // --- Observers --------------------------------------------------------------------------------

  private IrPrinting printing(boolean onlyChanged, boolean onlyFailed, String... after) {
    return new IrPrinting(
        new IrPrinting.Selection(
            pass -> pass.name().equals("grow"),
            pass -> List.of(after).contains(pass.name()),
            onlyChanged,
            onlyFailed,
            false),
        op -> op.name() + " " + Toy.names(op.region(0).entry()) + "\n",
        (file, text) -> dumps.add(file + ": " + text));
  }

  @Test
  void irIsPrintedAroundPasses() {
    functions("f", "g");
    options = options.withObserver(printing(false, false, "grow", "trace"));
    run("toy.module(trace,toy.func(grow))");
    assertThat(dumps)
        .containsExactly(
            "toy_module_no-symbol-name/0_trace: // -----// IR Dump After Trace (trace) //----- //\n"
                + "toy.module [func, func]\n\n",
            "toy_module_no-symbol-name/toy_func_f/0_0_grow: // -----// IR Dump Before Grow (grow)"
                + " //----- //\n"
                + "toy.func [return]\n\n",
            "toy_module_no-symbol-name/toy_func_f/0_1_grow: // -----// IR Dump After Grow (grow)"
                + " //----- //\n"
                + "toy.func [constant, return]\n\n",
            "toy_module_no-symbol-name/toy_func_g/0_0_grow: // -----// IR Dump Before Grow (grow)"
                + " //----- //\n"
                + "toy.func [return]\n\n",
            "toy_module_no-symbol-name/toy_func_g/0_1_grow: // -----// IR Dump After Grow (grow)"
                + " //----- //\n"
                + "toy.func [constant, return]\n\n");
  }

  @Test
  void irIsPrintedOnlyAfterChangesOrFailuresIfAsked() {
    functions("f");
    options = options.withObserver(printing(true, false, "grow", "trace"));
    run("toy.module(trace,toy.func(trace,grow,trace))");
    assertThat(dumps).hasSize(2);
    assertThat(dumps.getLast()).contains("After Grow (grow)");
    dumps.clear();
    options = options.withObserver(printing(false, true));
    run("toy.module(trace,toy.func(trace,refuse))");
    assertThat(dumps).hasSize(1);
    assertThat(dumps.getFirst()).contains("IR Dump After Refuse Failed (refuse)");
  }

  @Test
  void allOfTheIrIsPrintedIfAsked() {
    functions("f", "g");
    IrPrinting whole =
        new IrPrinting(
            new IrPrinting.Selection(_ -> false, _ -> true, false, false, true),
            Operation::name,
            (_, text) -> dumps.add(text));
    assertThat(whole.needsOneThread()).isTrue();
    options = options.withThreads(4).withObserver(new ObserverGroup(List.of(whole)));
    run("toy.module(toy.func(trace))");
    assertThat(dumps).hasSize(2);
    assertThat(dumps.getFirst())
        .contains(" (trace) ('toy.func' operation: @f) //----- //\ntoy.module\n");
  }

  @Test
  void statisticsAreAddedUp() {
    functions("f", "g", "h");
    StatisticsReport report = new StatisticsReport();
    options = options.withThreads(3).withObserver(new ObserverGroup(List.of(report)));
    Pipeline pipeline = pipeline("toy.module(trace,toy.func(trace,grow))");
    new PassRunner(dialects, options).run(pipeline, module, Diagnostics.into(said));
    assertThat(report.report(pipeline))
        .containsPattern(
            "(?s)Pass statistics report.*\\nTrace\\n  \\(S\\) 1 seen - Operations seen\\n"
                + "'toy.func' Pipeline\\n  Trace\\n    \\(S\\) 3 seen - Operations seen\\n$");
  }

  @Test
  void timesAddUp() {
    functions("f", "g");
    Timing timing = new Timing();
    timing.time("Parser", () -> 1);
    options = options.withThreads(2).withObserver(timing);
    run("toy.module(trace,toy.func(trace,grow))");
    assertThat(timing.report().replaceAll("[0-9]+\\.[0-9]+", "N").replaceAll(" +", " "))
        .contains("... Execution time report ...", " Total Execution Time: N seconds\n\n")
        .containsPattern(
            "(?s) ----Wall Time---- ----Name----\\n N \\( N%\\) Parser\\n N \\( N%\\) \\S+\\n"
                + " N \\( N%\\) 'toy.func' Pipeline\\n N \\( N%\\) \\S+\\n N \\( N%\\) \\S+\\n"
                + " N \\( N%\\) Rest\\n N \\(N%\\) Total\\n$");
  }

  @Test
  void analysesAreFoundAgainUntilSomethingChanges() {
    functions("f");
    Analysis<Integer> count =
        new Analysis<>(
            "Count",
            _ -> {
              log.add("computed");
              return 1;
            });
    ToyPass ask =
        ToyPass.of(
            "ask",
            (root, context) ->
                Change.of(context.analysis(count, root) + context.analysis(count, root) < 0));
    List<PipelineElement> elements = new ArrayList<>();
    for (ToyPass pass : List.of(ask, ask, grow, ask)) {
      elements.add(PassInstance.of(pass, PassOptions.defaults(List.of())));
    }
    Pipeline pipeline = new Pipeline("toy.module", List.of(new Pipeline("toy.func", elements)));
    new PassRunner(dialects, options).run(pipeline, module, Diagnostics.into(said));
    assertThat(log).containsExactly("computed", "computed");
  }
}
