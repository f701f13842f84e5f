// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** An operation whose kind no dialect declares: carried along, never understood. */
public final class UnregisteredOp extends Operation {
  private @Nullable Attribute properties;

  UnregisteredOp() {}

  /** What stood between {@code <} and {@code >}, or null. */
  public @Nullable Attribute properties() {
    return properties;
  }

  /** Sets what stands between {@code <} and {@code >}. */
  public void setProperties(@Nullable Attribute value) {
    properties = value;
  }
}
