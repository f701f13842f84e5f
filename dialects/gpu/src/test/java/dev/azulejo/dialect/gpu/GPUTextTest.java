// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both forms of programs, as mlir-opt 22 prints them: each is read, and printed as the other to the
 * letter.
 */
class GPUTextTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new GPUDialect()));

  @ParameterizedTest
  @ValueSource(strings = {"functions", "ids", "together"})
  void customFormBecomesGenericForm(String sample) throws IOException {
    assertThat(print(sample + ".mlir", PrintOptions.GENERIC))
        .isEqualTo(text(sample + ".generic.mlir"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"functions", "ids", "together"})
  void genericFormBecomesCustomForm(String sample) throws IOException {
    assertThat(print(sample + ".generic.mlir", PrintOptions.DEFAULT))
        .isEqualTo(text(sample + ".mlir"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"functions", "ids", "together"})
  void customFormIsStable(String sample) throws IOException {
    assertThat(print(sample + ".mlir", PrintOptions.DEFAULT)).isEqualTo(text(sample + ".mlir"));
  }

  private static String print(String file, PrintOptions options) throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(problems);
    Operation module =
        Parser.parse(SourceText.of(file, text(file)), DIALECTS, ParseOptions.LENIENT, diagnostics);
    assertThat(problems).isEmpty();
    Operation parsed = Objects.requireNonNull(module);
    Verifier.verify(parsed, DIALECTS, null, diagnostics);
    assertThat(problems).isEmpty();
    return Printer.print(parsed, options);
  }

  private static String text(String file) throws IOException {
    try (InputStream in = GPUTextTest.class.getResourceAsStream("samples/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    }
  }
}
