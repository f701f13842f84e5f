// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetTest {
  @TempDir private Path folder;

  @Test
  void standsOnEveryFunction() {
    Outcome outcome =
        Outcome.of(
            folder,
            """
            func.func @a() { return }
            module attributes {tile.target = "sm_90a"} {
              func.func @b() { return }
            }
            """,
            "--target=sm_80");
    assertThat(outcome.out())
        .isEqualTo(
            """
            module {
              func.func @a() attributes {tile.target = "sm_80"} {
                return
              }
              module attributes {tile.target = "sm_80"} {
                func.func @b() attributes {tile.target = "sm_80"} {
                  return
                }
              }
            }

            """);
  }

  @Test
  void standsOnModuleWithoutFunctions() {
    assertThat(Outcome.of(folder, "", "--target=gfx942").out())
        .isEqualTo("module attributes {tile.target = \"gfx942\"} {\n}\n\n");
  }

  @Test
  void mustBeKnown() {
    assertThat(Outcome.of(folder, "", "--target=z80"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "tile-opt: error: unknown target 'z80'; known are such as sm_80, sm_90a and"
                    + " gfx942\n"));
  }
}
