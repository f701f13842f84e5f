// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import java.io.Serial;

/** Ends the reading of a format; its message says where and why. Caught where reading began. */
final class FormatFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  FormatFailure(String message) {
    super(message, null, false, false);
    reason = message;
  }

  /** Where and why. */
  String reason() {
    return reason;
  }
}
