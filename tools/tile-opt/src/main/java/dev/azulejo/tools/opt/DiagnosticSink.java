// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.DiagnosticPrinter;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.diag.SourceText;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one input: changed and thinned out as the arguments ask for, then printed or
 * compared with what the input expects.
 */
final class DiagnosticSink {
  private final Settings settings;
  private final Diagnostics said = new Diagnostics(this::take);
  private final Diagnostics shown;
  private final @Nullable Expectations expectations;
  private boolean failed;

  /**
   * A sink for one input.
   *
   * @param whole what the input is a piece of
   */
  DiagnosticSink(SourceText source, SourceText whole, Settings settings, PrintStream err) {
    this.settings = settings;
    DiagnosticPrinter printer =
        new DiagnosticPrinter(err, List.of(whole), settings.flag(OptionTable.COLOR));
    shown = new Diagnostics(printer::print);
    String verify = settings.text(OptionTable.VERIFY_DIAGNOSTICS);
    expectations =
        verify == null ? null : new Expectations(source, verify.equals("only-expected"), shown);
  }

  /** Where to say things. */
  Diagnostics diagnostics() {
    return said;
  }

  /** Has anything been said that is an error for the user? */
  boolean failed() {
    return failed;
  }

  private void take(Diagnostic given) {
    Diagnostic diagnostic = given;
    if (given.severity() == Severity.REMARK) {
      switch (settings.text(OptionTable.REMARKS, "show")) {
        case "hide" -> {
          return;
        }
        case "error" -> diagnostic = given.withSeverity(Severity.ERROR);
        default -> {
          // As it is.
        }
      }
    }
    failed |= diagnostic.severity() == Severity.ERROR;
    if (isTooMild(diagnostic.severity())) {
      return;
    }
    if (settings.flag(OptionTable.DISABLE_NOTES)) {
      diagnostic = withoutNotes(diagnostic);
    }
    if (expectations == null) {
      shown.report(diagnostic);
    } else {
      expectations.take(diagnostic);
    }
  }

  private boolean isTooMild(Severity severity) {
    return switch (settings.text(OptionTable.VERBOSITY, "remarks")) {
      case "errors" -> severity.compareTo(Severity.ERROR) > 0;
      case "warnings" -> severity.compareTo(Severity.WARNING) > 0;
      default -> false;
    };
  }

  /** Without notes, save those that show the operation. */
  private static Diagnostic withoutNotes(Diagnostic diagnostic) {
    return new Diagnostic(
        diagnostic.severity(),
        diagnostic.location(),
        diagnostic.message(),
        diagnostic.notes().stream()
            .filter(note -> note.message().startsWith("see current operation: "))
            .toList());
  }

  /**
   * Nothing more comes.
   *
   * @return whether all is well: no errors, or all and only what was expected
   */
  boolean finish() {
    if (expectations == null) {
      return !failed;
    }
    expectations.finish();
    return !shown.hasErrors();
  }
}
