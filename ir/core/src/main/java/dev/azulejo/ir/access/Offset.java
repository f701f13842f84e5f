// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/** Where a region begins in one dimension: a constant, or a value of type index. */
public sealed interface Offset {

  /** A constant. */
  record Constant(long value) implements Offset {}

  /** A value. */
  record Dynamic(Value value) implements Offset {}

  /** A constant offset. */
  static Offset of(long value) {
    return new Constant(value);
  }

  /** An offset that is a value. */
  static Offset of(Value value) {
    return new Dynamic(value);
  }

  /** The constant, or null where it is a value. */
  default @Nullable Long constant() {
    return this instanceof Constant constant ? Long.valueOf(constant.value()) : null;
  }
}
