// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where diagnostics go. Counts the errors, so that a caller can tell failure without a flag of its
 * own. Not for use by several threads: parallel work gives each task its own and joins them in
 * order.
 */
public final class Diagnostics {
  private final Consumer<Diagnostic> handler;
  private int errors;

  /** Hands every diagnostic to {@code handler} as it comes. */
  public Diagnostics(Consumer<Diagnostic> handler) {
    this.handler = handler;
  }

  /** Keeps what comes in {@code list}. */
  public static Diagnostics into(List<Diagnostic> list) {
    return new Diagnostics(list::add);
  }

  /** Drops everything but the count of errors. */
  public static Diagnostics silent() {
    return new Diagnostics(_ -> {});
  }

  /** Takes a diagnostic. */
  public void report(Diagnostic diagnostic) {
    if (diagnostic.severity() == Severity.ERROR) {
      errors++;
    }
    handler.accept(diagnostic);
  }

  /** Reports an error. */
  public void error(Location location, String format, Object... arguments) {
    report(Diagnostic.error(location, format, arguments));
  }

  /** Reports a remark. */
  public void remark(Location location, String format, Object... arguments) {
    report(Diagnostic.remark(location, format, arguments));
  }

  /** How many errors have been reported. */
  public int errorCount() {
    return errors;
  }

  /** Has any error been reported? */
  public boolean hasErrors() {
    return errors > 0;
  }
}
