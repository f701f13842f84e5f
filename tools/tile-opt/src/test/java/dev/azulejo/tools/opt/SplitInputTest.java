// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitInputTest {
  private static final String THREE =
      """
      func.func @one() { return }
      // -----
      func.func @two() { return %x : i32 }
      // -----
      func.func @three() { return }
      """;

  @TempDir private Path folder;

  @Test
  void piecesAreOnTheirOwn() {
    assertThat(Outcome.of(folder, THREE, "--split-input-file"))
        .isEqualTo(
            new Outcome(
                1,
                """
                module {
                  func.func @one() {
                    return
                  }
                }

                // -----
                // -----
                module {
                  func.func @three() {
                    return
                  }
                }

                """,
                """
                <stdin>:3:27: error: use of undeclared SSA value name
                func.func @two() { return %x : i32 }
                                          ^
                """));
  }

  @Test
  void symbolsDontCross() {
    String same = "func.func @f() { return }\n// -----\nfunc.func @f() { return }\n";
    assertThat(Outcome.of(folder, same, "-split-input-file").status()).isZero();
    assertThat(Outcome.of(folder, same).err()).contains("redefinition of symbol named 'f'");
  }

  @Test
  void markersCanBeChosen() {
    Outcome outcome =
        Outcome.of(
            folder, "// cut\n", "--split-input-file=// cut", "--output-split-marker=// here");
    assertThat(outcome).isEqualTo(new Outcome(0, "module {\n}\n\n// here\nmodule {\n}\n\n", ""));
  }

  @Test
  void nearMissesAreSaid() {
    assertThat(Outcome.of(folder, "// ----\n// ----- and more\n", "--split-input-file").err())
        .isEqualTo(
            """
            <stdin>:1:1: warning: near miss with file split marker
            // ----
            ^
            <stdin>:2:10: error: custom op 'and' is unknown (tried 'builtin.and' as well)
            // ----- and more
                     ^
            """);
  }
}
