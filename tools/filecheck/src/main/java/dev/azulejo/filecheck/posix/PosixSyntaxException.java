// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

/** A regular expression that can not be read; the message says why, in POSIX's words. */
public final class PosixSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PosixSyntaxException(String message) {
    super(message);
  }
}
