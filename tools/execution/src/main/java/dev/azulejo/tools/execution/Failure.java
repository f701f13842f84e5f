// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.ir.diag.Diagnostic;

/** Ends a run because of the program or its data; says why. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** A failure that a diagnostic explains. */
  public Failure(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** Why. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
