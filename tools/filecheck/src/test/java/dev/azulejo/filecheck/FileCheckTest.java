// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileCheckTest {
  @TempDir private Path directory;

  private FileCheckRun run(String checks, String input, String... options) throws IOException {
    return FileCheckRun.ours(CheckCase.of(checks, input, options), directory);
  }

  private void passes(String checks, String input, String... options) throws IOException {
    FileCheckRun result = run(checks, input, options);
    assertThat(result.messages()).isEmpty();
    assertThat(result.status()).isZero();
  }

  private void fails(String message, String checks, String input, String... options)
      throws IOException {
    FileCheckRun result = run(checks, input, options);
    assertThat(result.firstLine()).contains(message);
    assertThat(result.status()).isEqualTo(1);
  }

  private void refuses(String message, String checks, String... options) throws IOException {
    FileCheckRun result = run(checks, "some input\n", options);
    assertThat(result.firstLine()).contains(message);
    assertThat(result.status()).isEqualTo(2);
  }

  @Nested
  final class Order {
    @Test
    void plainChecksMatchInOrder() throws IOException {
      passes("CHECK: a\nCHECK: b\n", "a b\n");
      fails(":2:8: error: CHECK: expected string not found", "CHECK: b\nCHECK: a\n", "a b\n");
    }

    @Test
    void nextIsOnTheNextLine() throws IOException {
      passes("CHECK: a\nCHECK-NEXT: b\n", "a\nb\n");
      fails("is on the same line as previous match", "CHECK: a\nCHECK-NEXT: b\n", "a b\nb\n");
      fails("is not on the line after", "CHECK: a\nCHECK-NEXT: b\n", "a\n\nb\n");
    }

    @Test
    void sameIsOnTheSameLine() throws IOException {
      passes("CHECK: a\nCHECK-SAME: b\n", "a b\n");
      fails("is not on the same line", "CHECK: a\nCHECK-SAME: b\n", "a\nb\n");
    }

    @Test
    void emptyLineHasNotEvenSpaces() throws IOException {
      passes("CHECK: a\nCHECK-EMPTY:\nCHECK-NEXT: b\n", "a\n\nb\n");
      passes("CHECK: a\nCHECK-EMPTY:\n", "a\n");
      fails("CHECK-EMPTY: is not on the line after", "CHECK: a\nCHECK-EMPTY:\n", "a\n \n\n");
    }

    @Test
    void countWantsSoManyAndAllowsMore() throws IOException {
      passes("CHECK-COUNT-2: a\n", "a a a\n");
      fails("(3 out of 3)", "CHECK-COUNT-3: a\n", "a a\n");
      fails("excluded string found", "CHECK-COUNT-2: a\nCHECK-NOT: a\n", "a a a\n");
    }

    @Test
    void notLooksBetweenThePositiveMatches() throws IOException {
      passes("CHECK: a\nCHECK-NOT: x\nCHECK: b\n", "x a b x\n");
      fails(
          ":2:12: error: CHECK-NOT: excluded string found in input",
          "CHECK: a\nCHECK-NOT: x\nCHECK: b\n",
          "a x b\n");
      fails("CHECK-NOT: excluded", "CHECK: a\nCHECK-NOT: x\n", "a x\n");
    }

    @Test
    void dagsMatchInAnyOrderWithoutOverlap() throws IOException {
      passes("CHECK-DAG: b\nCHECK-DAG: a\nCHECK: c\n", "a b c\n");
      fails("CHECK-DAG: expected", "CHECK-DAG: a\nCHECK-DAG: a\n", "a\n");
      passes("CHECK-DAG: a\nCHECK-DAG: a\n", "a\n", "--allow-deprecated-dag-overlap");
      fails("CHECK: expected", "CHECK-DAG: b\nCHECK-DAG: a\nCHECK: x\n", "x a b\n");
    }

    @Test
    void notPartsDagsIntoGroups() throws IOException {
      passes("CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b\n", "a b x\n");
      fails("CHECK-DAG: expected", "CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b\n", "b a\n");
      fails("CHECK-NOT: excluded", "CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b\n", "a x b\n");
    }

    @Test
    void labelsCutTheInputAndEachBlockFailsAlone() throws IOException {
      String checks = "CHECK-LABEL: f\nCHECK: x\nCHECK-LABEL: g\nCHECK: y\n";
      passes(checks, "f\nx\ng\ny\n");
      FileCheckRun result = run(checks, "f\ny\ng\nx\n");
      assertThat(result.messages()).contains(":2:8: error: CHECK:", ":4:8: error: CHECK:");
    }
  }

  @Nested
  final class Patterns {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " ## ",
        value = {
          "a.b ## a.b",
          "f(x) ## f(x)",
          "{{a|ab}}c ## abc",
          "x {{[0-9]+}} y ## x 123 y",
          "[[X:[a-z]+]] [[X]] ## foo foo",
          "[[X:a|ab]];[[X]] ## ab;ab",
          "[[@LINE]] ## 1",
          "[[@LINE+4]] ## 5",
          "[[#@LINE+4]] ## 5",
          "[[#]] ## 7",
          "[[#%x,]]! ## ff!",
          "{{(x{2,3})}}y ## xxy",
          "a}} ## a}}",
          "{{\\{\\{}} ## {{",
        })
    void match(String pattern, String input) throws IOException {
      passes("CHECK: " + pattern + "\n", input);
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = " ## ",
        value = {
          "a.b ## axb",
          "[[X:[a-z]+]] [[X]]! ## foo fo!",
          "[[#%X,]]! ## ff!",
          "[[#%.3x,]] ## ff",
          "A ## a",
        })
    void doNotMatch(String pattern, String input) throws IOException {
      fails("expected string not found", "CHECK: " + pattern + "\n", input);
    }

    @Test
    void dotStopsAtTheEndOfTheLine() throws IOException {
      fails("expected string", "CHECK: a{{.*}}b\n", "a\nb\n");
    }

    @Test
    void literalModifierTakesAllAsItIs() throws IOException {
      passes("CHECK{LITERAL}: [[X]] {{y}}\n", "[[X]]  {{y}}\n");
    }

    @Test
    void stringVariablesKeepTheLastDefinition() throws IOException {
      passes("CHECK: [[X:.]]\nCHECK: [[X:.]]\nCHECK: [[X]]\n", "a\nb\nb\n");
      passes("CHECK: [[X]]\n", "a.b\n", "-DX=a.b");
      fails("expected string", "CHECK: [[X]]\n", "axb\n", "-DX=a.b");
    }

    @Test
    void undefinedVariableFailsEvenInNot() throws IOException {
      fails(":1:10: error: undefined variable: X", "CHECK: [[X]]\n", "a\n");
      fails("undefined variable: X", "CHECK: a\nCHECK-NOT: [[X]]\n", "a\n");
    }

    @Test
    void numericVariablesCompute() throws IOException {
      passes(
          "CHECK: [[#N:]]\nCHECK: [[#N+1]] [[#mul(N,2)]] [[#N: N-1]]\nCHECK: [[#N]]\n",
          "4\n5 8 3\n3\n");
      passes("CHECK: [[#%x,N:]]\nCHECK: [[#N+1]]\n", "1f\n20\n");
      passes("CHECK: [[#%#x,N:]]\nCHECK: [[#%u,N]]\n", "0x10\n16\n");
      passes("CHECK: [[#N:]]\nCHECK: [[#N]]\n", "007\n7\n");
      passes("CHECK: [[#N:]]\nCHECK: [[#%d,sub(N,8)]]\n", "7\n-1\n");
      passes("CHECK: [[#%.4X,N]]\n", "00FF\n", "-D#N=0xff");
      passes("CHECK: [[#N+1]]\n", "100000000000000000000\n", "-D#N=99999999999999999999");
      fails("overflow error", "CHECK: [[#N-8]]\n", "7\n", "-D#N=7");
      fails("overflow error", "CHECK: [[#div(N,0)]]\n", "7\n", "-D#N=7");
    }

    @Test
    void varScopeEndsAtLabels() throws IOException {
      String checks = "CHECK: [[X:.]] [[$Y:.]]\nCHECK-LABEL: f\nCHECK: [[$Y]] [[X]]\n";
      passes(checks, "a b\nf\nb a\n");
      fails("undefined variable: X", checks, "a b\nf\nb a\n", "--enable-var-scope");
    }

    @Test
    void whiteSpaceIsOneSpaceUnlessStrict() throws IOException {
      passes("CHECK: a  b\n", "a\t b\r\n");
      fails("expected string", "CHECK: a b\n", "ab\n");
      fails("expected string", "CHECK: a  b\n", "a\t b\n", "--strict-whitespace");
      passes("CHECK:   a\n", "a\n", "--strict-whitespace");
      fails("expected string", "CHECK: a\n", "a\n", "--strict-whitespace", "--match-full-lines");
    }

    @Test
    void fullLinesHoldForPositiveDirectives() throws IOException {
      passes("CHECK: a\n", "  a \n", "--match-full-lines");
      fails("expected string", "CHECK: a\n", "ab\n", "--match-full-lines");
      fails("excluded string", "CHECK: a\nCHECK-NOT: b\n", "a\nxbx\n", "--match-full-lines");
    }

    @Test
    void caseCanBeIgnored() throws IOException {
      passes("CHECK: Ab{{C+}}\n", "aBcc\n", "--ignore-case");
    }

    @Test
    void bytesBeyondAsciiAreCompared() throws IOException {
      passes("CHECK: \u00e9\u65e5{{..}}$\n", "\u00e9\u65e5\u00e9$\n");
      fails("expected string", "CHECK: {{^}}.{{$}}\n", "\u00e9\n");
    }

    @Test
    void explosiveBackReferencesEndInAnError() throws IOException {
      fails(
          "takes too long",
          "CHECK: [[X:[cd]]]{{((a|a)*)*b}}[[X]]\n",
          "c" + "a".repeat(60) + "bd\n");
    }
  }

  @Nested
  final class CheckFiles {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " ## ",
        value = {
          "CHECK_NEXT: a ## misspelled directive 'CHECK_NEXT:'",
          "CHECK-DAG-NOT: a ## unsupported -NOT combo on prefix 'CHECK'",
          "CHECK-COUNT-0: a ## invalid count in -COUNT specification on prefix 'CHECK'",
          "CHECK: ## found empty check string with prefix 'CHECK:'",
          "CHECK-NEXT: a ## found 'CHECK-NEXT' without previous 'CHECK: line",
          "CHECK-LABEL: [[X:a]] ## found 'CHECK-LABEL:' with variable definition or use",
          "CHECK: {{a ## found start of regex string with no end '}}'",
          "CHECK: {{a**}} ## invalid regex: repetition-operator operand invalid",
          "CHECK: [[X ## Invalid substitution block, no ]] found",
          "CHECK: [[1]] ## invalid variable name",
          "CHECK: [[#N:]] [[#N]] ## numeric variable 'N' defined earlier in the same CHECK",
          "CHECK: [[#%#u,N:]] ## alternate form only supported for hex values",
          "CHECK: [[#1*2]] ## unsupported operation '*'",
          "CHECK-FOO: a ## error: no check strings found with prefix 'CHECK:'",
          "check: a ## error: no check strings found with prefix 'CHECK:'",
          "COM: CHECK: a ## error: no check strings found with prefix 'CHECK:'",
        })
    void areRefused(String checks, String message) throws IOException {
      refuses(message, checks + "\n");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
      refuses("nests too deeply", "CHECK: [[#" + "(".repeat(100_000) + "]]\n");
      refuses("nest too deeply", "CHECK: {{" + "(".repeat(100_000) + "}}\n");
      refuses("out of memory", "CHECK: {{(((a{255}){255}){255})}}\n");
    }

    @Test
    void aLineHoldsOneDirective() throws IOException {
      passes("CHECK: a CHECK: b\n", "a CHECK: b\n");
    }

    @Test
    void formatConflictIsRefused() throws IOException {
      refuses(
          "implicit format conflict between 'A' (%x) and 'B' (%u), need an explicit format",
          "CHECK: [[#%x,A:]]\nCHECK: [[#B:]]\nCHECK: [[#A+B]]\n");
    }

    @Test
    void stringAndNumericNamesClash() throws IOException {
      refuses("numeric variable with name 'N' already exists", "CHECK: [[#N:]] [[N:a]]\n");
    }
  }

  @Nested
  final class Notes {
    @Test
    void tellWhereTheSearchBeganAndWhatLooksSimilar() throws IOException {
      FileCheckRun result =
          run("CHECK: [[#N:]] [[X:foo]]\nCHECK-NEXT: [[#N+1]] [[X]] done\n", "4 foo\n5 foo dne\n");
      assertThat(result.messages())
          .isEqualTo(
              """
              checks.txt:2:13: error: CHECK-NEXT: expected string not found in input
              CHECK-NEXT: [[#N+1]] [[X]] done
                          ^
              <stdin>:1:6: note: scanning from here
              4 foo
                   ^
              <stdin>:1:6: note: with "N+1" equal to "5"
              4 foo
                   ^
              <stdin>:1:6: note: with "X" equal to "foo"
              4 foo
                   ^
              <stdin>:2:5: note: possible intended match here
              5 foo dne
                  ^

              Input file: <stdin>
              Check file: checks.txt

              -dump-input=help explains the following input dump.

              Input was:
              <<<<<<
                        1: 4 foo\s
              next:2'0          X error: no match found
              next:2'1            with "N+1" equal to "5"
              next:2'2            with "X" equal to "foo"
                        2: 5 foo dne\s
              next:2'0     ~~~~~~~~~~
              next:2'3         ?      possible intended match
              >>>>>>
              """);
    }

    @Test
    void theDumpLeavesOutWhatIsFarFromErrors() throws IOException {
      FileCheckRun result =
          run(
              "CHECK: a\nCHECK: b\n",
              "1\n2\n3\n4\n5\na\n7\n8\n9\n10\n11\n",
              "--dump-input-context=1");
      assertThat(result.messages())
          .endsWith(
              """
              <<<<<<
                       .
                       .
                       .
                       5: 5\s
                       6: a\s
              check:2      X error: no match found
                       7: 7\s
              check:2     ~~
                       .
                       .
                       .
              >>>>>>
              """);
    }

    @Test
    void theDumpShowsGoodMatchesWhenAskedTo() throws IOException {
      FileCheckRun result =
          run("CHECK-DAG: a\nCHECK-DAG: [[X:a]]\n", "a ba\n", "-vv", "--dump-input=always");
      assertThat(result.status()).isZero();
      assertThat(result.messages())
          .endsWith(
              """
              <<<<<<
                       1: a ba\s
              dag:1       ^
              dag:2'0     !     discard: overlaps earlier match
              dag:2'1     !     captured var "X"
              dag:2'2        ^
              dag:2'3        ^  captured var "X"
                       2:\s
              eof:2       ^
              >>>>>>
              """);
    }

    @Test
    void withoutADumpRemarksTellGoodMatches() throws IOException {
      FileCheckRun result = run("CHECK: a\n", "a\n", "-v", "--dump-input=never");
      assertThat(result.messages())
          .isEqualTo(
              """
              checks.txt:1:8: remark: CHECK: expected string found in input
              CHECK: a
                     ^
              <stdin>:1:1: note: found here
              a
              ^
              """);
    }

    @Test
    void colorsAreOnlyUsedWhenAskedFor() throws IOException {
      assertThat(run("CHECK: a\n", "b\n").messages()).doesNotContain("\033");
      assertThat(run("CHECK: a\n", "b\n", "--color").messages()).contains("\033[0;1;31merror: ");
    }
  }
}
