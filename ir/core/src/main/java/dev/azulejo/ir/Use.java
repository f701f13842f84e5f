// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import org.jspecify.annotations.Nullable;

/** One operand of an operation, linked into the list of uses of its value. */
public final class Use {
  private final Operation owner;
  private int index;
  private Value value;
  private @Nullable Use previous;
  private @Nullable Use next;

  Use(Operation owner, int index, Value value) {
    this.owner = owner;
    this.index = index;
    this.value = value;
    link();
  }

  /** The operation whose operand this is. */
  public Operation owner() {
    return owner;
  }

  /** Which operand it is, from 0. */
  public int index() {
    return index;
  }

  void setIndex(int position) {
    index = position;
  }

  /** The value used. */
  public Value value() {
    return value;
  }

  /** The next use of the same value, or null. */
  public @Nullable Use next() {
    return next;
  }

  /** Uses another value instead. */
  public void set(Value other) {
    unlink();
    value = other;
    link();
  }

  private void link() {
    Use head = value.firstUse();
    next = head;
    previous = null;
    if (head != null) {
      head.previous = this;
    }
    value.setFirstUse(this);
  }

  void unlink() {
    if (previous == null) {
      value.setFirstUse(next);
    } else {
      previous.next = next;
    }
    if (next != null) {
      next.previous = previous;
    }
    previous = null;
    next = null;
  }
}
