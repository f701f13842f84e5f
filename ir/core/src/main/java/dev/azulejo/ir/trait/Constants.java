// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/** Constants behind values. */
public final class Constants {
  private Constants() {}

  /** The constant that a value is, or null where it isn't one. */
  public static @Nullable Attribute of(Value value) {
    return value.definingOp() instanceof ConstantLike constant ? constant.constantValue() : null;
  }
}
