// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;

/** An operation that can't be lowered, and why. */
final class LoweringFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  private LoweringFailure(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** The failure of an operation; the text goes on behind "can't be lowered: ". */
  static LoweringFailure of(Operation op, String format, Object... arguments) {
    return new LoweringFailure(op.error("can't be lowered: " + format, arguments));
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
