// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** What the type of an operand or a result must be. Implementations hold no state. */
public interface TypeConstraint {
  /** Does a type meet it? */
  boolean accepts(Type type);

  /** The words behind "must be" in a message, such as {@code signless-integer-like}. */
  String description();

  /** The only type that meets it, where there is only one: the custom form leaves it out. */
  default @Nullable Type onlyType() {
    return null;
  }
}
