// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import org.jspecify.annotations.Nullable;

/** The check file or an option is unusable; ends the run with status 2. */
final class CheckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Location location;

  /** An error that has no place to show; {@code message} is printed as it is. */
  CheckException(String message) {
    super(message);
    this.location = null;
  }

  CheckException(Location location, String message) {
    super(message);
    this.location = location;
  }

  CheckException(Slice slice, String message) {
    this(slice.location(), message);
  }

  /** The place that is wrong, or null if there is none to show. */
  @Nullable Location location() {
    return location;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
