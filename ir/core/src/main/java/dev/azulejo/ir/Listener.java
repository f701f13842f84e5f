// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/** Hears of changes to the IR while they are made. */
public interface Listener {
  /** Hears nothing. */
  Listener NONE = new Listener() {};

  /** An operation was put into a block. */
  default void inserted(Operation op) {}

  /** An operation's operands, attributes or regions changed in place. */
  default void modified(Operation op) {}

  /** An operation is about to be erased. */
  default void erasing(Operation op) {}

  /** A value is about to be replaced by another everywhere. */
  default void replacing(Value old, Value replacement) {}
}
