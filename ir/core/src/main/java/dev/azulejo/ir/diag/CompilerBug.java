// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.diag;

/** A broken invariant of ours: never the fault of an input. */
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was broken. */
  public CompilerBug(String message) {
    super(message);
  }

  /** Says what was broken, and by what. */
  public CompilerBug(String message, Throwable cause) {
    super(message, cause);
  }
}
