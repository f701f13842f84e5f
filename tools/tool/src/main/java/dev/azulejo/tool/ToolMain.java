// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tool;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The process around a tool. */
public final class ToolMain {
  private ToolMain() {}

  /** Runs a tool on the process's arguments and streams, and exits with its status. */
  public static void run(Tool tool, String[] args) {
    // Numbers are written in one way, wherever the user is.
    Locale.setDefault(Locale.ROOT);
    Call call =
        new Call(
            List.of(args),
            Path.of(""),
            System.getenv(),
            System.in,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err));
    int status = tool.run(call);
    call.out().flush();
    call.err().flush();
    System.exit(status);
  }

  /** A stream whose encoding doesn't depend on where the tool runs. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
