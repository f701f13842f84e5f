// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The command line of FileCheck. */
public final class FileCheckMain {
  private FileCheckMain() {}

  /** Checks standard input or a file, and exits with the status that says how it went. */
  public static void main(String[] args) {
    // Numbers are written in one way, wherever the user is.
    Locale.setDefault(Locale.ROOT);
    int status =
        FileCheck.run(
            List.of(args), Path.of(""), System.getenv(), System.in, System.out, System.err);
    System.exit(status);
  }
}
