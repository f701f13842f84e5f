// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PosixRegexProperties {
  @Provide
  Arbitrary<String> regexes() {
    return regex(3);
  }

  private static Arbitrary<String> regex(int depth) {
    Arbitrary<String> atom = Arbitraries.of("a", "b", "c", ".", "[ab]", "[^a]");
    if (depth == 0) {
      return atom;
    }
    Arbitrary<String> inner = regex(depth - 1);
    Arbitrary<String> repetition = Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "{2,}");
    return Arbitraries.oneOf(
        atom,
        Combinators.combine(inner, inner).as((a, b) -> a + b),
        Combinators.combine(inner, inner).as((a, b) -> "(" + a + "|" + b + ")"),
        Combinators.combine(inner, repetition).as((a, r) -> "(" + a + ")" + r));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abc\n").ofMaxLength(12);
  }

  /** The first start, and for it the longest end, of which a backtracking matcher says yes. */
  private static Optional<String> firstLongest(String regex, String text) {
    // Java's complement has the newline in it.
    Matcher matcher = Pattern.compile(regex.replace("[^a]", "[^a\\n]")).matcher(text);
    for (int start = 0; start <= text.length(); start++) {
      for (int end = text.length(); end >= start; end--) {
        if (matcher.region(start, end).matches()) {
          return Optional.of(start + "-" + end);
        }
      }
    }
    return Optional.empty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void findsTheLeftmostLongestMatch(@ForAll("regexes") String regex, @ForAll("texts") String text) {
    Optional<PosixMatch> match = PosixRegex.compile(regex, false).find(text, 0, text.length());
    assertThat(match.map(m -> m.start() + "-" + m.end())).isEqualTo(firstLongest(regex, text));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void groupsLieInsideTheMatch(@ForAll("regexes") String regex, @ForAll("texts") String text) {
    PosixRegex compiled = PosixRegex.compile(regex, false);
    Optional<PosixMatch> match = compiled.find(text, 0, text.length());
    match.ifPresent(m -> {
      for (int group = 1; group <= compiled.groupCount(); group++) {
        if (m.start(group) >= 0) {
          assertThat(m.start(group)).isBetween(m.start(), m.end(group));
          assertThat(m.end(group)).isLessThanOrEqualTo(m.end());
        }
      }
    });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aBackReferenceRepeatsItsGroup(
      @ForAll("regexes") String regex, @ForAll("texts") String text) {
    PosixRegex compiled = PosixRegex.compile("(" + regex + ")-\\1", false);
    String twice = text + "-" + text;
    compiled
        .find(twice, 0, twice.length())
        .ifPresent(m -> {
          String group = twice.substring(m.start(1), m.end(1));
          assertThat(twice.substring(m.start(), m.end())).isEqualTo(group + "-" + group);
        });
  }
}
