// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.ir.Operation;
import org.jspecify.annotations.Nullable;

/** What the threads of a block do to shared memory when they execute an operation. */
final class SharedAccess {
  /** What is done. */
  enum Kind {
    READ,
    WRITE,
    /** An update that comes between no other one of its kind. */
    ATOMIC;

    /** May two of these not meet? */
    boolean conflictsWith(Kind other) {
      return !(this == other && this != WRITE);
    }
  }

  /** Who does it where. */
  enum Reach {
    /** Each thread at its own place. */
    THREAD,
    /** All threads of a warp at all places that its threads say. */
    WARP,
    /** Anybody anywhere in the buffer. */
    ANYWHERE
  }

  private final Operation op;
  private final Kind kind;
  private final Reach reach;
  private final SharedBuffer buffer;
  private final ThreadValue start;
  private final int width;
  private final boolean isLater;
  private boolean @Nullable [] active;

  private SharedAccess(
      Operation op,
      Kind kind,
      Reach reach,
      SharedBuffer buffer,
      ThreadValue start,
      int width,
      boolean isLater) {
    this.op = op;
    this.kind = kind;
    this.reach = reach;
    this.buffer = buffer;
    this.start = start;
    this.width = width;
    this.isLater = isLater;
  }

  /** An access anywhere in a buffer. */
  static SharedAccess anywhere(Operation op, Kind kind, SharedBuffer buffer) {
    ThreadValue start = ThreadValue.of(buffer.start());
    int width = Math.toIntExact(buffer.end() - buffer.start());
    return new SharedAccess(op, kind, Reach.ANYWHERE, buffer, start, width, false);
  }

  /** An access to so many bytes from where a thread says. */
  static SharedAccess at(
      Operation op, Kind kind, SharedBuffer buffer, ThreadValue start, int width) {
    return new SharedAccess(op, kind, Reach.THREAD, buffer, start, width, false);
  }

  /** The same by whole warps. */
  SharedAccess byWarps() {
    return reach == Reach.ANYWHERE
        ? this
        : new SharedAccess(op, kind, Reach.WARP, buffer, start, width, isLater);
  }

  /** The same, over when the thread has waited for it. */
  SharedAccess later() {
    return new SharedAccess(op, kind, reach, buffer, start, width, true);
  }

  /** Says that some threads do nothing. */
  SharedAccess onlyBy(boolean @Nullable [] threads) {
    active = threads;
    return this;
  }

  Operation op() {
    return op;
  }

  Kind kind() {
    return kind;
  }

  Reach reach() {
    return reach;
  }

  SharedBuffer buffer() {
    return buffer;
  }

  /** Where it begins, without what all threads share and nobody knows. */
  long start(int thread) {
    return start.known(thread);
  }

  /** What all threads share of the place, and nobody knows. */
  Sum shared() {
    return start.shared().withoutConstant();
  }

  int width() {
    return width;
  }

  /** Is it over only when the thread has waited for it? */
  boolean isLater() {
    return isLater;
  }

  boolean isBy(int thread) {
    return active == null || active[thread];
  }
}
