// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.rewrite.GreedyOptions;
import dev.azulejo.ir.rewrite.GreedyRewriter;
import dev.azulejo.ir.rewrite.PatternSet;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.trait.Constants;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Folds of constants at the edges of their types, against what mlir-opt 22 made of the same
 * programs: the same ones fold, to the same bits.
 */
class UpstreamFoldTest {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new ArithDialect()));

  @ParameterizedTest
  @ValueSource(
      strings = {"conversions", "integers", "reals", "reals-of-eight-bits", "reals-of-few-bits"})
  void foldsAsUpstreamDoes(String program) throws IOException {
    Operation module = parse(program + ".mlir");
    GreedyRewriter.run(module, PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    Map<String, List<String>> expected = results(parse(program + ".folded.mlir"));
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(results(module)).isEqualTo(expected);
  }

  /** What each case has come to: constants, or the name of what still calculates them. */
  private static Map<String, List<String>> results(Operation module) {
    Map<String, List<String>> results = new LinkedHashMap<>();
    module.walk(op -> {
      if (op.name().equals("test.result")) {
        String name = AsmText.ofAttribute(Objects.requireNonNull(op.attribute("case")));
        results.put(name, op.operands().stream().map(UpstreamFoldTest::describe).toList());
      }
    });
    return results;
  }

  private static String describe(Value value) {
    Attribute constant = Constants.of(value);
    return constant == null
        ? Objects.requireNonNull(value.definingOp()).name()
        : AsmText.ofAttribute(constant);
  }

  private static Operation parse(String file) throws IOException {
    try (InputStream in = UpstreamFoldTest.class.getResourceAsStream("folds/" + file)) {
      String text = new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
      List<Diagnostic> problems = new ArrayList<>();
      Operation module =
          Parser.parse(
              SourceText.of(file, text),
              DIALECTS,
              ParseOptions.LENIENT,
              Diagnostics.into(problems));
      assertThat(problems).isEmpty();
      return Objects.requireNonNull(module);
    }
  }
}
