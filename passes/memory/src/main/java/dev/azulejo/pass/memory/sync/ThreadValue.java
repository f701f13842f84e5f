// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import org.jspecify.annotations.Nullable;

/** A number in each thread: one that all threads share, and one that is known for each. */
final class ThreadValue {
  private final long @Nullable [] byThread;
  private final Sum shared;
  private final @Nullable SharedBuffer buffer;

  /**
   * A number.
   *
   * @param byThread what is known for each thread, or null for 0 in all of them
   * @param shared what all threads share
   * @param buffer the buffer that this is an address in, if it is one
   */
  private ThreadValue(long @Nullable [] byThread, Sum shared, @Nullable SharedBuffer buffer) {
    this.byThread = byThread;
    this.shared = shared;
    this.buffer = buffer;
  }

  static ThreadValue of(Sum shared) {
    return new ThreadValue(null, shared, null);
  }

  static ThreadValue of(long number) {
    return of(Sum.of(number));
  }

  /** What is known for each thread, without a sum where it is the same in all. */
  static ThreadValue of(long[] byThread) {
    for (long number : byThread) {
      if (number != byThread[0]) {
        return new ThreadValue(byThread, Sum.ZERO, null);
      }
    }
    return of(byThread[0]);
  }

  /** What all threads share. */
  Sum shared() {
    return shared;
  }

  /** The buffer that it is an address in, or null. */
  @Nullable SharedBuffer buffer() {
    return buffer;
  }

  /** Is it the same in all threads? */
  boolean isShared() {
    return byThread == null;
  }

  /** Is it known in each thread? */
  boolean isKnown() {
    return shared.isConstant();
  }

  /** The one number that it is, or null. */
  @Nullable Long single() {
    return isShared() && isKnown() ? (Long) shared.constant() : null;
  }

  /** The part that is known in a thread. */
  long known(int thread) {
    return (byThread == null ? 0 : byThread[thread]) + shared.constant();
  }

  ThreadValue plus(ThreadValue other) {
    SharedBuffer in = buffer == null ? other.buffer : buffer;
    Sum sum = shared.plus(other.shared);
    if (byThread == null || other.byThread == null) {
      return new ThreadValue(byThread == null ? other.byThread : byThread, sum, in);
    }
    var all = new long[byThread.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = byThread[i] + other.byThread[i];
    }
    return new ThreadValue(all, sum, in);
  }

  ThreadValue times(long factor) {
    if (byThread == null) {
      return of(shared.times(factor));
    }
    var all = new long[byThread.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = byThread[i] * factor;
    }
    return new ThreadValue(all, shared.times(factor), null);
  }

  ThreadValue in(SharedBuffer where) {
    return new ThreadValue(byThread, shared, where);
  }
}
