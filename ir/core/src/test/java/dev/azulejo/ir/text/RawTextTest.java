// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.RawText;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies of attributes that are in a language of their own. */
class RawTextTest {
  private record Song(String text) implements Attribute {
    @Override
    public void print(AsmPrinter printer) {
      printer.text("#raw.song<").text(text).text(">");
    }
  }

  /** A dialect whose attribute is any text without an exclamation mark. */
  private static final class RawDialect implements Dialect {
    @Override
    public String name() {
      return "raw";
    }

    @Override
    public @Nullable OpSchema operation(String mnemonic) {
      return null;
    }

    @Override
    public List<String> operationNames() {
      return List.of();
    }

    @Override
    public Attribute parseAttribute(AsmParser parser, String mnemonic) {
      RawText raw = parser.rawInAngles();
      int loud = raw.text().indexOf('!');
      if (loud >= 0) {
        throw parser.error(raw.at(loud), "too loud");
      }
      return new Song(raw.text());
    }
  }

  private static final Dialects DIALECTS =
      new Dialects(List.of(new BuiltinDialect(), new RawDialect()));

  private final List<Diagnostic> problems = new ArrayList<>();

  private @Nullable Operation parse(String text) {
    return Parser.parse(
        SourceText.of("raw.mlir", text),
        DIALECTS,
        ParseOptions.LENIENT,
        Diagnostics.into(problems));
  }

  @Test
  void bracketsAndArrowsBelongToTheText() {
    String body = "[4, 2] -> (la ~ 'la' floordiv 2) {<>}";
    Operation module = parse("module attributes {raw.a = #raw.song<" + body + ">, raw.b} {}");
    assertThat(problems).isEmpty();
    assertThat(module).isNotNull();
    assertThat(module.attribute("raw.a")).isEqualTo(new Song(body));
    assertThat(Printer.print(module, PrintOptions.DEFAULT))
        .contains("{raw.a = #raw.song<" + body + ">, raw.b}");
  }

  @Test
  void errorsPointIntoTheText() {
    assertThat(parse("module attributes {\n  raw.a = #raw.song<la, la!>} {}")).isNull();
    assertThat(problems.getFirst().message()).endsWith("too loud");
    Location.FileRange place = problems.getFirst().location().position();
    assertThat(place).isNotNull();
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(27);
  }

  @Test
  void aBodyIsNeeded() {
    assertThat(parse("module attributes {raw.a = #raw.song} {}")).isNull();
    assertThat(problems.getFirst().message()).contains("expected '<'");
  }
}
