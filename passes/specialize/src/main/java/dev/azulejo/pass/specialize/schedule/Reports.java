// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;

/** Where errors of a schedule go: each at an operation, many with the place of another one. */
final class Reports {
  private final Diagnostics diagnostics;
  private final int before;

  Reports(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.before = diagnostics.errorCount();
  }

  /** Has there been none? */
  boolean isEmpty() {
    return diagnostics.errorCount() == before;
  }

  void error(Operation op, String format, Object... arguments) {
    diagnostics.report(op.error(format, arguments));
  }

  /** An error with a note at another operation. */
  void error(Operation op, String message, Operation other, String note) {
    diagnostics.report(op.error("%s", message).note(other.location(), "%s", note));
  }
}
