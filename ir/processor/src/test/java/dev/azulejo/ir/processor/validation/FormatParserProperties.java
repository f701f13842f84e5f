// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.Signature;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormatParserProperties {
  private static final Signature NOTHING =
      new Signature(List.of(), List.of(), List.of(), List.of(), List.of());

  @Property
  void everyTextIsReadOrRefusedWithAColumn(@ForAll("formats") String text) {
    try {
      List<FormatPart> parts = FormatParser.parse(text, NOTHING);
      assertThat(FormatChecker.errors(NOTHING, parts)).doesNotContainNull();
    } catch (FormatFailure failure) {
      assertThat(failure).hasMessageMatching("(?s)column [1-9][0-9]*: .+");
    }
  }

  @Property
  void wordsInBackQuotesAreKept(@ForAll("keywords") String word) {
    assertThat(FormatParser.parse("`" + word + "` attr-dict", NOTHING))
        .containsExactly(new FormatPart.Literal(word), new FormatPart.AttributeDictionary(false));
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(
            "`",
            "``",
            "` `",
            "`->`",
            "`,`",
            "$",
            "$a",
            "(",
            ")",
            "?",
            ":",
            "^",
            ",",
            " ",
            "type",
            "operands",
            "results",
            "functional-type",
            "attr-dict",
            "attr-dict-with-keyword",
            "é",
            "\n",
            "%")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> keywords() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('_')
        .ofMinLength(1)
        .ofMaxLength(8);
  }
}
