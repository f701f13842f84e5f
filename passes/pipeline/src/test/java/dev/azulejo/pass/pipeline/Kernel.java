// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A loop in a kernel, for tests to plan and to carry out. Buffers are %As, %Bs, %Cs (shared), %ws
 * (shared, f32), %acc (fragment) and %v (local, one i32); %A, %B, %C (f16), %F (f32), %ids and %cnt
 * are global; %mb are two barriers; %lo, %hi and %j are indices and %c is a condition.
 */
final class Kernel {
  static final String S = "memref<128x32xf16, \"shared\">";
  static final String G = "memref<256x256xf16>";

  private static final Dialects DIALECTS =
      new Dialects(
          List.of(
              new BuiltinDialect(),
              new ArithDialect(),
              new BarrierDialect(),
              new FuncDialect(),
              new MemRefDialect(),
              new PipelineDialect(),
              new ScfDialect(),
              new TileDialect()));

  private static final String TEMPLATE =
      """
      func.func @k(%A: G, %B: G, %C: G, %F: memref<256x256xf32>, %ids: memref<64xindex>,
          %cnt: memref<64xi32>, %lo: index, %hi: index, %j: index, %c: i1)
          attributes {tile.target = "TARGET"} {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c32 = arith.constant 32 : index
        %yes = arith.constant true
        %zero = arith.constant 0.0 : f32
        %hzero = arith.constant 0.0 : f16
        tile.launch grid(%bx = 2) threads(128) {
          %As = tile.alloc : S
          %Bs = tile.alloc : S
          %Cs = tile.alloc : S
          %ws = tile.alloc : memref<128x32xf32, "shared">
          %acc = tile.alloc : memref<128x128xf32, "fragment">
          %v = tile.alloc : memref<1xi32, "local">
          %mb = barrier.alloc [1, 128]
          %one = barrier.alloc [1]
      LOOP
        }
        return
      }
      """;

  private final Operation module;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final PassContext context;

  private Kernel(String text) {
    Diagnostics sink = Diagnostics.into(diagnostics);
    context = new PassContext(DIALECTS, sink);
    Operation parsed =
        Parser.parse(SourceText.of("kernel.tir", text), DIALECTS, ParseOptions.STRICT, sink);
    assertThat(diagnostics).isEmpty();
    module = Objects.requireNonNull(parsed);
    Verifier.verify(module, DIALECTS, null, sink);
    assertThat(diagnostics).isEmpty();
  }

  /** A kernel for sm_80. */
  static Kernel of(String loop) {
    return of("sm_80", loop);
  }

  static Kernel of(String target, String loop) {
    return new Kernel(
        TEMPLATE
            .replace("LOOP", loop)
            .replace("TARGET", target)
            .replaceAll("\\bS\\b", S)
            .replaceAll("\\bG\\b", G));
  }

  /** A loop of so many stages around a body, from 0 to 8. */
  static Kernel loop(int stages, String body) {
    return of("pipeline.for %k = 0 to 8 stages(" + stages + ") {\n" + body + "\n}");
  }

  Kernel plan() {
    return plan(true);
  }

  Kernel plan(boolean useAsyncCopy) {
    new PipelinePlanningPass(new PipelinePlanningPass.Options(useAsyncCopy))
        .run(function(), context);
    return this;
  }

  Kernel bind() {
    return bind(true);
  }

  Kernel bind(boolean inlineReplayableBinds) {
    new IfStmtBindingPass(new IfStmtBindingPass.Options(inlineReplayableBinds))
        .run(function(), context);
    verify();
    return this;
  }

  Kernel inject() {
    new InjectSoftwarePipelinePass().run(function(), context);
    verify();
    return this;
  }

  private void verify() {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
  }

  /** An argument of the kernel. */
  Value argument(int index) {
    return function().region(0).entry().argument(index);
  }

  private Operation function() {
    return all(FuncOp.class).getFirst();
  }

  /** Fails if a pass had anything to say. */
  Kernel quietly() {
    assertThat(diagnostics).isEmpty();
    return this;
  }

  List<String> messages(Severity severity) {
    return diagnostics.stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }

  List<String> notes() {
    return diagnostics.stream().flatMap(d -> d.notes().stream()).map(Diagnostic::message).toList();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * The places of the operations of the loop, in program order: stage, order and, where there is
   * one, group. An operation without a place is left out.
   */
  List<String> schedule() {
    List<String> places = new ArrayList<>();
    for (ForOp loop : all(ForOp.class)) {
      for (Operation op : loop.body()) {
        Schedule place = Schedule.of(op);
        if (place != null) {
          places.add(
              place.stage()
                  + "/"
                  + place.order()
                  + (place.group() == null ? "" : " async " + place.group()));
        }
      }
    }
    return places;
  }

  /** All operations of a class, in the order of the text. */
  <T> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    module.walk(op -> {
      if (kind.isInstance(op)) {
        found.add(kind.cast(op));
      }
    });
    return found;
  }

  String text() {
    return Printer.print(module, PrintOptions.DEFAULT);
  }

  /** The text of what stands in the launch behind the allocations, without indentation. */
  List<String> lines() {
    return text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
