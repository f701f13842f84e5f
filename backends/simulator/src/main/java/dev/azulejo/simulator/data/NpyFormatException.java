// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

/** Bytes that are no .npy file, or one whose data we cannot hold; the message says why. */
public final class NpyFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NpyFormatException(String message) {
    super(message);
  }
}
