// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.diag.Diagnostic;

/**
 * Ends the inference of a kernel, or an attempt in the search for free layouts: what is asked for
 * can't be had. The pass reports the diagnostic if there is nothing else to try.
 */
final class LayoutConflict extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  LayoutConflict(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
