// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

/** Arguments that can't be understood; the message says why, for users to read. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public UsageException(String message) {
    super(message, null, false, false);
  }
}
