// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.tool.Call;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a call of the tool came to. */
record Outcome(int status, String out, String err) {

  /** Calls the tool in a folder, with a text as standard input. */
  static Outcome of(Path folder, String input, String... args) {
    return of(folder, input.getBytes(StandardCharsets.UTF_8), args);
  }

  /** Calls the tool in a folder, with bytes as standard input. */
  static Outcome of(Path folder, byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new TileOpt()
            .run(
                new Call(
                    List.of(args),
                    folder,
                    Map.of(),
                    new ByteArrayInputStream(input),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8)));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
