// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.Pipeline;
import dev.azulejo.ir.pass.Reproducer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a user reads when we have broken down. */
final class BugReport {
  private BugReport() {}

  /**
   * Says that something is our fault, and writes down how to come there again.
   *
   * @param source what was worked on, or null
   * @param pipeline what was to be done, or null
   */
  static void say(
      Throwable bug,
      @Nullable SourceText source,
      @Nullable Pipeline pipeline,
      Surroundings around) {
    String reason = bug.getMessage();
    String what = bug.getClass().getSimpleName() + (reason == null ? "" : ": " + reason);
    around.say("error: tile-opt broke down. This is a bug of ours, not of the input: " + what);
    if (source != null) {
      String text = new String(source.bytes(), StandardCharsets.UTF_8);
      String passes = pipeline == null ? "builtin.module()" : pipeline.toString();
      around.say("note: reproducer: " + save(Reproducer.text(text, passes, true, true)));
    }
    if ("1".equals(around.call().environment().get("AZULEJO_TRACE"))) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace, true));
      around.say("note: " + trace);
    } else {
      around.say("note: AZULEJO_TRACE=1 shows where it broke down");
    }
  }

  /** Keeps a text in a file of its own, and returns the name of that. */
  static String save(String text) {
    try {
      Path file = Files.createTempFile("tile-opt-", ".mlir");
      Files.writeString(file, text);
      return file.toString();
    } catch (IOException failed) {
      return "none, for it can't be written: " + failed.getMessage();
    }
  }
}
