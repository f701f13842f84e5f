// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import dev.azulejo.tool.Call;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The command line of the test runner. */
public final class LitMain {
  private LitMain() {}

  /** Runs tests and exits with the status that says how it went. */
  public static void main(String[] args) throws InterruptedException {
    // Numbers are written in one way, wherever the user is.
    Locale.setDefault(Locale.ROOT);
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var call =
        new Call(List.of(args), Path.of("").toAbsolutePath(), System.getenv(), System.in, out, err);
    int status = LitCommand.run(call, LitTools.find());
    out.flush();
    // Ends tools that were left behind because they did not end in time.
    System.exit(status);
  }
}
