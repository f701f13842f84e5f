// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every operation in both forms; the generic one as mlir-opt 22 prints it. */
class PipelineTextTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new PipelineDialect(), new TileDialect()));

  @Test
  void customFormBecomesGenericForm() throws IOException {
    assertThat(print("pipeline.tir", PrintOptions.GENERIC))
        .isEqualTo(sample("pipeline.generic.mlir"));
  }

  @Test
  void genericFormBecomesCustomForm() throws IOException {
    assertThat(print("pipeline.generic.mlir", PrintOptions.DEFAULT))
        .isEqualTo(sample("pipeline.tir"));
  }

  @Test
  void customFormIsStable() throws IOException {
    assertThat(print("pipeline.tir", PrintOptions.DEFAULT)).isEqualTo(sample("pipeline.tir"));
  }

  @Test
  void everyOperationStandsInTheSample() throws IOException {
    String sample = sample("pipeline.generic.mlir");
    assertThat(new PipelineDialect().operationNames())
        .allSatisfy(name -> assertThat(sample).contains("\"pipeline." + name + "\"("));
  }

  private static String print(String file, PrintOptions options) throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(problems);
    SourceText source = SourceText.of(file, sample(file));
    Operation module = Parser.parse(source, DIALECTS, ParseOptions.LENIENT, diagnostics);
    assertThat(problems).isEmpty();
    Operation parsed = Objects.requireNonNull(module);
    Verifier.verify(parsed, DIALECTS, null, diagnostics);
    assertThat(problems).isEmpty();
    return Printer.print(parsed, options);
  }

  private static String sample(String file) throws IOException {
    try (InputStream in = PipelineTextTest.class.getResourceAsStream("samples/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    }
  }
}
