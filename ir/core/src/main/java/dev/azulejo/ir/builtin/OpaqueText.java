// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import java.util.regex.Pattern;

/** How the text of an unknown dialect is printed: bare where it looks like a mnemonic. */
final class OpaqueText {
  private static final Pattern PRETTY =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9_.]*(<.*>)?", Pattern.DOTALL);

  private OpaqueText() {}

  static void print(String prefix, String dialect, String body, AsmPrinter printer) {
    printer.text(prefix).text(dialect);
    if (PRETTY.matcher(body).matches()) {
      printer.text(".").text(body);
    } else {
      printer.text("<").text(body).text(">");
    }
  }
}
