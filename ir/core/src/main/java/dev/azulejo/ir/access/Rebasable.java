// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.Value;

/**
 * An operation whose accesses to a buffer can be moved into one version of a larger buffer, which
 * has one more dimension in front.
 */
public interface Rebasable {
  /**
   * Accesses {@code versioned} at {@code slot} of its first dimension wherever it accesses {@code
   * buffer}.
   */
  void rebase(Value buffer, Value versioned, Offset slot);
}
