// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ArithDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Canonicalizes one operation on constants. */
final class Folding {
  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new ArithDialect(), new MathDialect()));

  private Folding() {}

  /** The bits of the number, or the integer, that a function of two constants becomes. */
  static String fold(String function, String type, String a, String b) {
    return fold(function, type, a, b, type);
  }

  /** The same, with a result of another type. */
  static String fold(String function, String type, String a, String b, String result) {
    String text =
        """
        %%a = arith.constant %2$s : %4$s
        %%b = arith.constant %3$s : %4$s
        %%c = math.%1$s : %4$s
        "t.use"(%%c) : (%5$s) -> ()
        """
            .formatted(function, a, b, type, result);
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("test.mlir", text),
            DIALECTS,
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    GreedyRewriter.run(
        Objects.requireNonNull(module), PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    Operation user = Objects.requireNonNull(module.region(0).entry().last());
    Value value = user.operand(0);
    return switch (Constants.of(value)) {
      case FloatAttr real -> ("0x%0" + real.type().width() / 4 + "X").formatted(real.bits());
      case IntegerAttr integer -> integer.value().toString();
      case null, default -> "not folded";
    };
  }
}
