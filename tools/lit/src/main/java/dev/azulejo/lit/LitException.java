// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

/** Nothing can be run: a file of a suite or an option is wrong. The message says where. */
public final class LitException extends Exception {
  private static final long serialVersionUID = 1;

  LitException(String message) {
    super(message);
  }
}
