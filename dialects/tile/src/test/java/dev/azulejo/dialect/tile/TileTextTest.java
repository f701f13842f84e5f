// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every operation in both forms; the generic one as mlir-opt 22 prints it. */
class TileTextTest {
  @Test
  void customFormBecomesGenericForm() throws IOException {
    assertThat(print("tile.tir", PrintOptions.GENERIC))
        .isEqualTo(TileText.sample("tile.generic.mlir"));
  }

  @Test
  void genericFormBecomesCustomForm() throws IOException {
    assertThat(print("tile.generic.mlir", PrintOptions.DEFAULT))
        .isEqualTo(TileText.sample("tile.tir"));
  }

  @Test
  void customFormIsStable() throws IOException {
    assertThat(print("tile.tir", PrintOptions.DEFAULT)).isEqualTo(TileText.sample("tile.tir"));
  }

  @Test
  void everyOperationStandsInTheSample() throws IOException {
    String sample = TileText.sample("tile.generic.mlir");
    assertThat(new TileDialect().operationNames())
        .allSatisfy(name -> assertThat(sample).contains("\"tile." + name + "\"("));
  }

  private static String print(String file, PrintOptions options) throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(problems);
    SourceText source = SourceText.of(file, TileText.sample(file));
    Operation module = Parser.parse(source, TileText.DIALECTS, ParseOptions.LENIENT, diagnostics);
    assertThat(problems).isEmpty();
    Operation parsed = Objects.requireNonNull(module);
    Verifier.verify(parsed, TileText.DIALECTS, null, diagnostics);
    assertThat(problems).isEmpty();
    return Printer.print(parsed, options);
  }
}
