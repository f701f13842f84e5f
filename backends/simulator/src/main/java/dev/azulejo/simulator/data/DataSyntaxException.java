// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

/** A generator or a comparison rule that cannot be read; the message says why to its writer. */
public final class DataSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DataSyntaxException(String message) {
    super(message);
  }
}
