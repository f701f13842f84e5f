// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.format.FormatElement.AttributeDictionary;
import dev.azulejo.ir.format.FormatElement.Literal;
import dev.azulejo.ir.format.FormatElement.OperandRef;
import dev.azulejo.ir.format.FormatElement.Optional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Optional parts of a form that begin with the literal that suppresses a space. */
class OptionalGroupTest {
  private static final OpSchema TIGHT =
      OpSchema.define("t.tight")
          .operand("first", new Index(), Arity.VARIADIC)
          .operand("rest", new Index(), Arity.VARIADIC)
          .format(
              new Literal("("),
              new OperandRef(0),
              new Literal(")"),
              new Optional(
                  List.of(new Literal(""), new Literal("["), new OperandRef(1), new Literal("]")),
                  new OperandRef(1),
                  List.of()),
              new AttributeDictionary(false))
          .build(Tight::new);

  private static final class Tight extends Operation implements Pure {}

  private static final class Tightness implements Dialect {
    @Override
    public String name() {
      return "t";
    }

    @Override
    public @Nullable OpSchema operation(String mnemonic) {
      return mnemonic.equals("tight") ? TIGHT : null;
    }

    @Override
    public List<String> operationNames() {
      return List.of("tight");
    }
  }

  @Test
  void theTextBehindTheEmptyLiteralDecides() {
    String text =
        """
        module {
          "u.f"() ({
          ^bb0(%arg0: index):
            t.tight(%arg0)[%arg0] {a}
            t.tight()[%arg0, %arg0]
            t.tight(%arg0)
            "u.end"() : () -> ()
          }) : () -> ()
        }

        """;
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(
            SourceText.of("t.mlir", text),
            new Dialects(List.of(new BuiltinDialect(), new Tightness())),
            ParseOptions.LENIENT,
            Diagnostics.into(problems));
    assertThat(problems).isEmpty();
    assertThat(Printer.print(Objects.requireNonNull(module))).isEqualTo(text);
  }
}
