// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.tools.program.OutputFile;
import dev.azulejo.tools.program.UsageException;
import java.nio.charset.StandardCharsets;

/** Where IR is printed: standard output at once, a file when all has gone well. */
final class Output {
  private final String file;
  private final Surroundings around;
  private final StringBuilder kept = new StringBuilder();

  /** Output to a file, or to standard output for {@code -}. */
  Output(String file, Surroundings around) {
    this.file = file;
    this.around = around;
  }

  /** Prints. */
  void print(String text) {
    if (file.equals("-")) {
      around.call().out().print(text);
    } else {
      kept.append(text);
    }
  }

  /**
   * Nothing more comes.
   *
   * @param good whether there is to be a file
   */
  void finish(boolean good) throws UsageException {
    if (file.equals("-")) {
      if (around.call().out().checkError()) {
        throw new UsageException("error: cannot write to standard output");
      }
    } else if (good) {
      OutputFile.write(file, kept.toString().getBytes(StandardCharsets.UTF_8), around.call());
    }
  }
}
