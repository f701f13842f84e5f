// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.dialect.func.FuncDialect;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.memref.MemRefDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.dialect.scf.ScfDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
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
import dev.azulejo.pass.layout.LayoutInferencePass;
import dev.azulejo.pass.memory.InsertThreadSyncPass;
import dev.azulejo.pass.pipeline.InjectSoftwarePipelinePass;
import dev.azulejo.pass.pipeline.PipelinePlanningPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A function, for tests to lower from rung 0 to rung 3. */
final class LoweredKernel {
  private static final Dialects DIALECTS =
      new Dialects(
          List.of(
              new BuiltinDialect(),
              new ArithDialect(),
              new FuncDialect(),
              new GPUDialect(),
              new MemRefDialect(),
              new PipelineDialect(),
              new PtxDialect(),
              new ScfDialect(),
              new TileDialect()));

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Operation module;

  private LoweredKernel(String text) {
    Diagnostics sink = Diagnostics.into(diagnostics);
    module =
        Objects.requireNonNull(
            Parser.parse(SourceText.of("k.tir", text), DIALECTS, ParseOptions.STRICT, sink));
    Verifier.verify(module, DIALECTS, null, sink);
    assertThat(diagnostics).isEmpty();
  }

  /** Lowers the text of one function. */
  static LoweredKernel of(String text) {
    LoweredKernel kernel = new LoweredKernel(text);
    kernel.lower();
    return kernel;
  }

  private void lower() {
    PassContext context = new PassContext(DIALECTS, Diagnostics.into(diagnostics));
    Operation function = function();
    new PipelinePlanningPass(new PipelinePlanningPass.Options(true)).run(function, context);
    new InjectSoftwarePipelinePass().run(function, context);
    new LayoutInferencePass().run(function, context);
    new LowerTileOpsPass().run(function, context);
    new InsertThreadSyncPass().run(function, context);
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    assertThat(problems).isEmpty();
  }

  FuncOp function() {
    return all(FuncOp.class).getFirst();
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

  List<String> errors() {
    return messages(Severity.ERROR);
  }

  List<String> remarks() {
    return messages(Severity.REMARK);
  }

  private List<String> messages(Severity severity) {
    return diagnostics.stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }

  String text() {
    return Printer.print(module, PrintOptions.DEFAULT);
  }
}
