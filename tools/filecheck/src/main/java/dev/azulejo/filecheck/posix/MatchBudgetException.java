// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

/** A match with back references that was given up because it takes too many steps. */
public final class MatchBudgetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MatchBudgetException() {
    super("regular expression with back references takes too long to match");
  }
}
