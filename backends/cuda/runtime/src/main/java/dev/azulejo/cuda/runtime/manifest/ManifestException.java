// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

/** A manifest's text can't be read, or does not make sense; the message begins with the line. */
public final class ManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  ManifestException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /** The number of the line, from 1. */
  public int line() {
    return line;
  }
}
