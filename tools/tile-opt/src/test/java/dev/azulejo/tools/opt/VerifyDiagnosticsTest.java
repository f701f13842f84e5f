// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyDiagnosticsTest {
  private static final String OK = "module {\n}\n\n";

  @TempDir private Path folder;

  private Outcome verify(String input, String... more) {
    String[] args = new String[more.length + 1];
    args[0] = "--verify-diagnostics";
    System.arraycopy(more, 0, args, 1, more.length);
    return Outcome.of(folder, input, args);
  }

  @Test
  void whatIsExpectedIsNotSaid() {
    String error = "func.func @f() { return %x : i32 }";
    String text = "{{use of undeclared SSA}}";
    Outcome nothing = new Outcome(0, "", "");
    assertThat(verify(error + " // expected-error " + text)).isEqualTo(nothing);
    assertThat(verify("// expected-error@+1 " + text + "\n" + error)).isEqualTo(nothing);
    assertThat(verify(error + "\n// expected-error @-1 " + text)).isEqualTo(nothing);
    assertThat(verify("// expected-error@below " + text + "\n" + error)).isEqualTo(nothing);
    assertThat(verify(error + "\n// expected-error@above" + text)).isEqualTo(nothing);
    assertThat(verify("// expected-error-re@+1 {{use of {{[a-z]+}} SSA}} \n" + error))
        .isEqualTo(nothing);
  }

  @Test
  void commentsStack() {
    assertThat(
            verify(
                    """
                    // expected-remark@below {{not improved: 0 follow}}
                    // expected-remark@below {{not}}
                    func.func @f() { return }
                    // expected-remark@above {{follow}}
                    """,
                    "--pass=test-remark,test-remark,test-remark")
                .err())
        .isEmpty();
  }

  @Test
  void notesCountOnTheirOwn() {
    String same =
        """
        // expected-note@+1 {{see existing symbol}}
        func.func @f() { return }
        // expected-error@+1 {{redefinition of symbol named 'f'}}
        func.func @f() { return }
        """;
    assertThat(verify(same)).isEqualTo(new Outcome(0, "", ""));
    assertThat(verify(same.substring(same.indexOf('\n') + 1)).err())
        .startsWith("<stdin>:1:1: error: unexpected note: see existing symbol");
  }

  @Test
  void whatIsUnexpectedIsSaid() {
    assertThat(verify("// expected-error@+1 {{nope}}\n}\n"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                """
                <stdin>:2:1: error: unexpected error: expected operation name in quotes
                }
                ^
                <stdin>:1:4: error: expected error "nope" was not produced
                // expected-error@+1 {{nope}}
                   ^~~~~~~~~~~~~~~~~~~~~~~~~~
                """));
    assertThat(verify("}", "--verify-diagnostics=only-expected")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void placesMayBeUnknown() {
    assertThat(
            verify(
                """
                // expected-error@unknown {{must be a string}}
                module attributes {tile.target = 3} {} loc(unknown)
                """))
        .isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void piecesHaveTheirOwnExpectations() {
    assertThat(
            verify(
                """
                // expected-error@+1 {{expected operation name}}
                }
                // -----
                }
                // -----
                """,
                "--split-input-file"))
        .isEqualTo(
            new Outcome(
                1,
                "// -----\n// -----\n" + OK,
                """
                <stdin>:4:1: error: unexpected error: expected operation name in quotes
                }
                ^
                """));
  }

  @Test
  void brokenExpressionsAreSaid() {
    assertThat(verify("// expected-error-re {{a{{[}}}}\n").err())
        .startsWith("<stdin>:1:4: error: invalid regex: a{{[}}\n");
  }
}
