// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

import java.util.Locale;

/** How grave a diagnostic is. */
public enum Severity {
  /** The input is refused. */
  ERROR,
  /** The input is taken, but is probably not what was meant. */
  WARNING,
  /** Something that was asked for could not be done, or was done in another way. */
  REMARK,
  /** More about the diagnostic it hangs on. */
  NOTE;

  /** The word as diagnostics print it, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
