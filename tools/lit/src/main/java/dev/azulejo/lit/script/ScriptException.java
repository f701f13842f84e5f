// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.script;

/** Something in a test file that can not be understood, and the line it stands on. */
public final class ScriptException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  /** Says what is wrong with a line, counted from 1. */
  public ScriptException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
