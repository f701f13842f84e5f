// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.ir.diag.Diagnostic;

/** Ends the planning of a loop whose program is wrong; the pass reports it and goes on. */
final class PlanningFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  PlanningFailure(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
