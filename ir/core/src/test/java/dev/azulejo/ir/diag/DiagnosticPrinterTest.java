// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticPrinterTest {
  private static final SourceText SOURCE = SourceText.of("a.mlir", "first\n\tsécond thing\n");

  private static String print(boolean colored, Diagnostic diagnostic) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    new DiagnosticPrinter(stream, List.of(SOURCE), colored).print(diagnostic);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsLineAndCaretOncePerPlace() {
    Location place = Location.file("a.mlir", 1, 3);
    assertThat(print(false, Diagnostic.error(place, "bad %d", 1).note(place, "because")))
        .isEqualTo(
            """
            a.mlir:1:3: error: bad 1
            first
              ^
            a.mlir:1:3: note: because
            """);
  }

  @Test
  void countsColumnsInBytesAndShowsCharacters() {
    Location place = new Location.FileRange("a.mlir", 2, 10, 2, 15);
    assertThat(print(false, Diagnostic.warning(place, "odd")))
        .isEqualTo(
            """
            a.mlir:2:10: warning: odd
                    sécond thing
                           ^~~~~
            """);
  }

  @Test
  void saysWhoCalled() {
    Location inlined =
        new Location.CallSite(
            Location.file("x.c", 1, 2),
            new Location.CallSite(Location.file("y.c", 3, 4), Location.file("a.mlir", 1, 1)));
    assertThat(print(false, Diagnostic.remark(inlined, "slow")))
        .isEqualTo(
            """
            x.c:1:2: remark: slow
            y.c:3:4: note: called from
            a.mlir:1:1: note: called from
            first
            ^
            """);
  }

  @Test
  void colours() {
    assertThat(print(true, Diagnostic.error(Location.unknown(), "bad")))
        .isEqualTo("\u001b[1m<unknown>:0: \u001b[0m\u001b[1;31merror: \u001b[0mbad\n");
  }
}
