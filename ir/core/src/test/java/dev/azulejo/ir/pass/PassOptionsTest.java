// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PassOptionsTest {
  private static final List<PassOption> DECLARED =
      List.of(
          new PassOption("top-down", PassOption.BOOL, "true", "seed from the top"),
          new PassOption("max-iterations", PassOption.INTEGER, "10", "give up after so many"),
          new PassOption("mode", PassOption.TEXT, "normal", "how"),
          new PassOption("disable", PassOption.LIST, "", "what not"));

  private final List<Diagnostic> said = new ArrayList<>();

  private PassOptions parse(String text) {
    return PassOptions.parse(DECLARED, text, Diagnostics.into(said));
  }

  @Test
  void defaultsStandWhereNothingIsWritten() {
    PassOptions options = parse("  ");
    assertThat(options.bool("top-down")).isTrue();
    assertThat(options.integer("max-iterations")).isEqualTo(10);
    assertThat(options.text("mode")).isEqualTo("normal");
    assertThat(options.list("disable")).isEmpty();
    assertThat(options.toString()).isEqualTo("max-iterations=10 mode=normal top-down=true");
  }

  @Test
  void writtenValuesAreRead() {
    PassOptions options =
        parse("max-iterations=-1 top-down=false mode={a b} disable=x,{y,z},\"p q\"");
    assertThat(options.integer("max-iterations")).isEqualTo(-1);
    assertThat(options.bool("top-down")).isFalse();
    assertThat(options.text("mode")).isEqualTo("a b");
    assertThat(options.list("disable")).containsExactly("x", "y,z", "p q");
    PassOptions again = parse(options.toString());
    assertThat(again.toString()).isEqualTo(options.toString());
    assertThat(again.list("disable")).isEqualTo(options.list("disable"));
  }

  @Test
  void valuesOutsideOfTheDeclaredOnesAreReported() {
    List<PassOption> declared =
        List.of(
            new PassOption("stages", PassOption.INT, "2", "how many"),
            new PassOption("order", PassOption.oneOf("up", "down"), "up", "which way"));
    Diagnostics into = Diagnostics.into(said);

    PassOptions options = PassOptions.parse(declared, "order=down", into);
    assertThat(options.text("order")).isEqualTo("down");
    assertThat(options.integer("stages")).isEqualTo(2);
    assertThat(PassOptions.parse(declared, "stages=2147483648", into)).isNull();
    assertThat(PassOptions.parse(declared, "order=upp", into)).isNull();
    assertThat(said)
        .extracting(Diagnostic::message)
        .containsExactly(
            "for the stages option: '2147483648' value invalid for int argument!",
            "for the order option: 'upp' value invalid for up|down argument!");
  }

  @Test
  void aFlagWithoutValueMeansTrue() {
    assertThat(parse("top-down=false top-down").bool("top-down")).isTrue();
  }

  @Test
  void whatIsWrongIsReported() {
    assertThat(parse("foo=5")).isNull();
    assertThat(parse("max-iterations=x top-down=maybe mode")).isNull();
    assertThat(parse("mode={a")).isNull();
    assertThat(said)
        .extracting(Diagnostic::message)
        .containsExactly(
            "<Pass-Options-Parser>: no such option foo",
            "for the max-iterations option: 'x' value invalid for integer argument!",
            "for the top-down option: 'maybe' value invalid for bool argument!",
            "for the mode option: '' value invalid for text argument!",
            "<Pass-Options-Parser>: missing closing quote or brace in 'mode={a'");
  }
}
