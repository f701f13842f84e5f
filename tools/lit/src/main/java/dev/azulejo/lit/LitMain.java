// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command line of the test runner. */
public final class LitMain {
  private LitMain() {}

  /** Runs tests and exits with the status that says how it went. */
  public static void main(String[] args) throws InterruptedException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = LitCommand.run(args, LitTools.find(), System.getenv(), out, err);
    out.flush();
    // Ends tools that were left behind because they did not end in time.
    System.exit(status);
  }
}
