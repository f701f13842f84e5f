// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PosixRegexTest {
  /** The match and its groups, as {@code start-end} each, or "none". */
  private static String find(String regex, String text) {
    PosixRegex compiled = PosixRegex.compile(regex, false);
    return compiled
        .find(text, 0, text.length())
        .map(match -> {
          var result = new StringBuilder(match.start() + "-" + match.end());
          for (int group = 1; group <= compiled.groupCount(); group++) {
            result.append(' ').append(match.start(group)).append('-').append(match.end(group));
          }
          return result.toString();
        })
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ## ",
      value = {
        "a|ab ## xab ## 1-3",
        "(a|ab)(c|bcd)(d*) ## abcd ## 0-4 0-2 2-3 3-4",
        "(a*)(ab)*(b*) ## abb ## 0-3 0-1 -1--1 1-3",
        "(a*)+ ## aa ## 0-2 0-2",
        "(a|b)* ## abb ## 0-3 2-3",
        "((a)|b)* ## ab ## 0-2 1-2 -1--1",
        "(ab|aba)* ## abab ## 0-4 2-4",
        "x* ## aaa ## 0-0",
        "a{2,3} ## aaaa ## 0-3",
        "a{2} ## aaaa ## 0-2",
        "a{2,} ## xaaaa ## 1-5",
        "(a){0}b ## ab ## 1-2 -1--1",
        "(a|b){2} ## ab ## 0-2 1-2",
        "a.c ## abc ## 0-3",
        "[b-d]+ ## abcde ## 1-4",
        "[^b-d]+ ## abcde ## 0-1",
        "[]a]+ ## b]a ## 1-3",
        "[a-]+ ## b-a ## 1-3",
        "[[:digit:]x]+ ## a1x2 ## 1-4",
        "\\d\\. ## 1.d. ## 2-4",
        "(.)\\1 ## abccd ## 2-4 2-3",
        "(a*)b\\1 ## aabaa ## 0-5 0-2",
        "(a*)\\1x ## aaax ## 1-4 1-2",
        "(a|ab)(b?)\\1$ ## abab ## 0-4 0-2 2-2",
        "[[:<:]]b[[:>:]] ## ab b ## 3-4",
      })
  void takesTheLeftmostLongest(String regex, String text, String expected) {
    assertThat(find(regex, text)).isEqualTo(expected);
  }

  @Test
  void anchorsHoldAtEachLine() {
    assertThat(find("^b$", "a\nb\nc")).isEqualTo("2-3");
    assertThat(find("a.b", "a\nb")).isEqualTo("none");
    assertThat(find("a[^x]b", "a\nb")).isEqualTo("none");
    assertThat(find("a[[:space:]]b", "a\nb")).isEqualTo("0-3");
  }

  @Test
  void theEndsOfTheRegionAreEndsOfLines() {
    PosixRegex regex = PosixRegex.compile("^b$", false);
    assertThat(regex.find("abc", 1, 2)).hasValueSatisfying(m -> assertThat(m.end()).isEqualTo(2));
    assertThat(regex.find("abc", 0, 2)).isEmpty();
  }

  @Test
  void ignoresTheCaseOfLettersInSetsToo() {
    PosixRegex regex = PosixRegex.compile("A[b-c]+", true);
    assertThat(regex.find("xaBC", 0, 4)).hasValueSatisfying(m -> assertThat(m.end()).isEqualTo(4));
    assertThat(PosixRegex.compile("[^a]", true).find("A", 0, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ## ",
      value = {
        "a** ## repetition-operator operand invalid",
        "*a ## repetition-operator operand invalid",
        "^* ## repetition-operator operand invalid",
        "a|*b ## repetition-operator operand invalid",
        "a|| ## empty (sub)expression",
        "a{0} ## empty (sub)expression",
        "(|a) ## empty (sub)expression",
        "(a ## parentheses not balanced",
        "a) ## parentheses not balanced",
        "[a ## brackets ([ ]) not balanced",
        "[b-a] ## invalid character range",
        "[[:no:]] ## invalid character class",
        "[[.no.]] ## invalid collating element",
        "a{2,1} ## invalid repetition count(s)",
        "a{256} ## invalid repetition count(s)",
        "a{2 ## braces not balanced",
        "a\\ ## trailing backslash (\\)",
        "(a)\\2 ## invalid backreference number",
        "(a\\1) ## invalid backreference number",
        "((a{255}){255}){255} ## out of memory",
      })
  void refuses(String regex, String message) {
    assertThatThrownBy(() -> PosixRegex.compile(regex, false))
        .isInstanceOf(PosixSyntaxException.class)
        .hasMessage(message);
  }

  @Test
  void nestedLoopsTakeLinearTime() {
    String text = "a".repeat(20_000);
    assertThat(find("(((a*)*)*)*b", text)).isEqualTo("none");
    assertThat(find("(a|aa)+$", text)).isEqualTo("0-20000 19998-20000");
  }

  @Test
  void loopsOfHopelessBackReferencesAreGivenUp() {
    PosixRegex regex = PosixRegex.compile("([cd])((a|a)*)*b\\1", false);
    String text = "c" + "a".repeat(60) + "bd";
    assertThatExceptionOfType(MatchBudgetException.class)
        .isThrownBy(() -> regex.find(text, 0, text.length()));
  }

  @Test
  void escapedTextMatchesItself() {
    String text = "a.b*c+d?e(f)g[h]i{j}k|l^m$n\\o";
    assertThat(find(PosixRegex.escape(text), "x" + text)).isEqualTo("1-" + (1 + text.length()));
  }
}
