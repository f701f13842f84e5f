// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.pass.pipeline.InjectSoftwarePipelinePass;
import dev.azulejo.pass.pipeline.PipelinePlanningPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a block of threads does, for tests to find layouts for. %G and %H are global memrefs of
 * 256x256xf16, %F one of 256x256xf32, %V of 256xf32; %i is an index, %x an f32, %h an f16, %c an
 * i1.
 */
final class Block {
  private static final Dialects DIALECTS =
      new Dialects(
          List.of(
              new BuiltinDialect(),
              new ArithDialect(),
              new FuncDialect(),
              new MemRefDialect(),
              new PipelineDialect(),
              new ScfDialect(),
              new TileDialect()));

  private static final String TEMPLATE =
      """
      func.func @k(%G: memref<256x256xf16>, %H: memref<256x256xf16>, %F: memref<256x256xf32>,
          %V: memref<256xf32>, %i: index, %x: f32, %h: f16, %c: i1)
          attributes {tile.target = "TARGET"} {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c8 = arith.constant 8 : index
        %c64 = arith.constant 64 : index
        tile.launch grid(%bx = 2) threads(THREADS) {
      BODY
        }
        return
      }
      """;

  private final Operation module;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final PassContext context;

  private Block(String text) {
    Diagnostics sink = Diagnostics.into(diagnostics);
    context = new PassContext(DIALECTS, sink);
    Operation parsed =
        Parser.parse(SourceText.of("block.tir", text), DIALECTS, ParseOptions.STRICT, sink);
    assertThat(diagnostics).isEmpty();
    module = Objects.requireNonNull(parsed);
    Verifier.verify(module, DIALECTS, null, sink);
    assertThat(diagnostics).isEmpty();
  }

  /** A block of 128 threads on sm_80. */
  static Block of(String body) {
    return of("sm_80", 128, body);
  }

  /**
   * A block. In its text {@code S<4x8xf16>} is a memref in shared memory, {@code R<4xf32>} a
   * fragment.
   */
  static Block of(String target, int threads, String body) {
    String types =
        body.replaceAll("\\bS<([^>]*)>", "memref<$1, \"shared\">")
            .replaceAll("\\bR<([^>]*)>", "memref<$1, \"fragment\">");
    return new Block(
        TEMPLATE
            .replace("TARGET", target)
            .replace("THREADS", Integer.toString(threads))
            .replace("BODY", types));
  }

  private Operation function() {
    return all(FuncOp.class).getFirst();
  }

  /** Runs the inference, and verifies what comes of it. */
  Block infer() {
    new LayoutInferencePass().run(function(), context);
    return verified();
  }

  Block expand() {
    new ExpandLayoutsPass().run(function(), context);
    return verified();
  }

  /** Plans the loops and carries the plans out. */
  Block pipeline() {
    new PipelinePlanningPass(new PipelinePlanningPass.Options(true)).run(function(), context);
    new InjectSoftwarePipelinePass().run(function(), context);
    return verified();
  }

  private Block verified() {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    return this;
  }

  /** Fails if a pass had anything to say. */
  Block quietly() {
    assertThat(diagnostics).isEmpty();
    return this;
  }

  List<String> messages(Severity severity) {
    return diagnostics.stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }

  List<String> errors() {
    return messages(Severity.ERROR);
  }

  List<String> remarks() {
    return messages(Severity.REMARK);
  }

  List<Diagnostic> notes() {
    return diagnostics.stream().flatMap(d -> d.notes().stream()).toList();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  <T> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    module.walk(op -> {
      if (kind.isInstance(op)) {
        found.add(kind.cast(op));
      }
    });
    return found;
  }

  /** The layout of the allocation of a number, in program order. */
  Placement placement(int alloc) {
    return all(AllocOp.class).get(alloc).layout().orElseThrow().placement();
  }

  Layout layout(int alloc) {
    return (Layout) placement(alloc);
  }

  Fragment fragment(int alloc) {
    return (Fragment) placement(alloc);
  }

  /** The layout of the loop of a number. */
  Fragment loop(int number) {
    return (Fragment) parallel(number).layout().orElseThrow().placement();
  }

  ParallelOp parallel(int number) {
    return all(ParallelOp.class).get(number);
  }

  String text() {
    return Printer.print(module, PrintOptions.DEFAULT);
  }
}
