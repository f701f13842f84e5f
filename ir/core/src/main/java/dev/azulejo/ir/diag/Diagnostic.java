// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something said about a place, with notes that say why and what to do. */
public record Diagnostic(
    Severity severity, Location location, String message, List<Diagnostic> notes) {

  /** Copies the notes. */
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** An error; {@code arguments} go into {@code format} as in {@link String#format}. */
  public static Diagnostic error(Location location, String format, Object... arguments) {
    return of(Severity.ERROR, location, format, arguments);
  }

  /** A warning. */
  public static Diagnostic warning(Location location, String format, Object... arguments) {
    return of(Severity.WARNING, location, format, arguments);
  }

  /** A remark: something asked for could not be done, with the reason. */
  public static Diagnostic remark(Location location, String format, Object... arguments) {
    return of(Severity.REMARK, location, format, arguments);
  }

  /** This, with one more note at its end. */
  public Diagnostic note(Location place, String format, Object... arguments) {
    List<Diagnostic> all = new ArrayList<>(notes);
    all.add(of(Severity.NOTE, place, format, arguments));
    return new Diagnostic(severity, location, message, all);
  }

  /** This, as severe as {@code other}. */
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(other, location, message, notes);
  }

  private static Diagnostic of(
      Severity severity, Location location, String format, Object... arguments) {
    String message = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    return new Diagnostic(severity, location, message, List.of());
  }
}
