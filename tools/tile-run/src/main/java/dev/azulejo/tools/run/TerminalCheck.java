// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether someone looks at what is said on standard error. */
final class TerminalCheck {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private TerminalCheck() {}

  /** Is standard error a terminal? Where that can't be found out, no. */
  static boolean ofStandardError() {
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
