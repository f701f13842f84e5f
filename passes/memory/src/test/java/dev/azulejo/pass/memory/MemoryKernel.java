// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

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
import dev.azulejo.dialect.vector.VectorDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
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

/** A function for tests of passes. */
final class MemoryKernel {
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
              new TileDialect(),
              new VectorDialect()));

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Operation module;

  private MemoryKernel(String text) {
    Diagnostics sink = Diagnostics.into(diagnostics);
    module =
        Objects.requireNonNull(
            Parser.parse(SourceText.of("k.tir", text), DIALECTS, ParseOptions.STRICT, sink));
    Verifier.verify(module, DIALECTS, null, sink);
    assertThat(diagnostics).isEmpty();
  }

  /** Reads the text of one function. */
  static MemoryKernel of(String text) {
    return new MemoryKernel(text);
  }

  PassContext context() {
    return new PassContext(DIALECTS, Diagnostics.into(diagnostics));
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

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  String text() {
    return Printer.print(module, PrintOptions.DEFAULT);
  }
}
