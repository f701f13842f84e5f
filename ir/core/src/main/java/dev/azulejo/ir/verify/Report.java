// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one verification reports, and how it shows operations. */
record Report(
    Diagnostics diagnostics,
    @Nullable Dialects dialects,
    @Nullable Function<Operation, String> text) {

  /** Reports an error {@code 'name' op message}; false, for the caller to return. */
  boolean fail(Operation op, String format, Object... arguments) {
    return failWith(op, op.error(format, arguments));
  }

  /** Reports an error at an operation, without its name in front. */
  boolean failPlain(Operation op, String format, Object... arguments) {
    return failWith(op, Diagnostic.error(op.location(), format, arguments));
  }

  /** Reports a diagnostic about an operation, and shows it. */
  boolean failWith(Operation op, Diagnostic diagnostic) {
    diagnostics.report(withCurrent(op, diagnostic));
    return false;
  }

  /** Takes what checks of the operation's own report, and shows the operation with it. */
  Diagnostics about(Operation op) {
    return new Diagnostics(said -> diagnostics.report(withCurrent(op, said)));
  }

  /** The operation as text, or its name where nobody knows how to print. */
  String show(Operation op) {
    return text == null ? "'" + op.name() + "'" : text.apply(op);
  }

  private Diagnostic withCurrent(Operation op, Diagnostic said) {
    if (text == null || said.severity() != Severity.ERROR) {
      return said;
    }
    String shown = text.apply(op).stripTrailing();
    String note = "see current operation: " + (shown.indexOf('\n') < 0 ? shown : "\n" + shown);
    List<Diagnostic> notes = new ArrayList<>();
    notes.add(new Diagnostic(Severity.NOTE, op.location(), note, List.of()));
    notes.addAll(said.notes());
    return new Diagnostic(said.severity(), said.location(), said.message(), notes);
  }
}
