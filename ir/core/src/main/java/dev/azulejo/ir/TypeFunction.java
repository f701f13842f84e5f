// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** Finds a type that follows from another. Implementations hold no state. */
public interface TypeFunction {
  /** The type that follows, or null where none does. */
  @Nullable Type apply(Type type);

  /** The words of a message, with {@code from} and {@code target} the names in the schema. */
  String description(String target, String from);
}
