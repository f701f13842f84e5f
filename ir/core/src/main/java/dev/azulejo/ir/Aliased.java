// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** An attribute that prints by a short name, which is defined in front of the text. */
public interface Aliased extends Attribute {
  /**
   * What the name begins with, without {@code #}; a number follows from the second on. Null where
   * the attribute prints in full after all.
   */
  @Nullable String aliasStem();
}
