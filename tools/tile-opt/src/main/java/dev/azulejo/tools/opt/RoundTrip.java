// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParsedFile;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;

/** Checks that what is printed says all that there is. */
final class RoundTrip {
  private RoundTrip() {}

  /** Prints, reads again and compares; false if that differs, which has been reported. */
  static boolean survives(
      ParsedFile file,
      boolean generic,
      Catalog catalog,
      Settings settings,
      Diagnostics diagnostics) {
    PrintOptions options = new PrintOptions(generic, true, false, false, false);
    String text = Printer.print(file.module(), options, file.resources());
    String form = generic ? "generic" : "custom";
    ParsedFile again =
        Parser.parseFile(
            SourceText.of("<" + form + " form>", text),
            catalog.dialects(),
            settings.parseOptions(),
            diagnostics);
    if (again == null) {
      diagnostics.error(file.module().location(), "failed to read the %s form again", form);
      return false;
    }
    if (!text.equals(Printer.print(again.module(), options, again.resources()))) {
      diagnostics.error(
          file.module().location(),
          "IR differs after it was printed in %s form and read again",
          form);
      return false;
    }
    return true;
  }
}
