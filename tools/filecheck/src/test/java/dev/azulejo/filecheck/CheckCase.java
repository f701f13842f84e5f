// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.List;

/** A check file, an input and the options to run FileCheck with. */
record CheckCase(String checks, String input, List<String> options) {
  static CheckCase of(String checks, String input, String... options) {
    return new CheckCase(checks, input, List.of(options));
  }

  @Override
  public String toString() {
    return (checks + " <- " + input + (options.isEmpty() ? "" : " " + options))
        .replace("\n", "\\n");
  }
}
