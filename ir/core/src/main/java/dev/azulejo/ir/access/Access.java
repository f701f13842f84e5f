// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * One access of an operation to memory.
 *
 * @param target what is accessed
 * @param mode what is done to it
 * @param proxy the path that it takes
 * @param completion when it is over
 * @param barrier the slot of the barrier array that it completes on, where {@code completion} is
 *     {@link Completion#BARRIER}
 */
public record Access(
    Target target, Mode mode, Proxy proxy, Completion completion, @Nullable BufferRegion barrier) {

  /** What is accessed. */
  public sealed interface Target permits BufferRegion, Resource {}

  /**
   * Something that is no buffer, such as the queue of asynchronous copies of a thread.
   *
   * @param name what two accesses to it have in common
   */
  public record Resource(String name) implements Target {
    /** The queue of asynchronous copies of a thread, which commits and waits speak of. */
    public static final Resource ASYNC_COPIES = new Resource("asynchronous copies");
  }

  /** What is done. */
  public enum Mode {
    /** Its contents are used. */
    READ,
    /** Its contents change. */
    WRITE,
    /** It comes to be, with no particular contents. */
    ALLOCATE
  }

  /** The path to memory; accesses by different paths need a fence between them. */
  public enum Proxy {
    /** Ordinary loads and stores. */
    GENERIC,
    /** Bulk copies and asynchronous matrix instructions. */
    ASYNC,
    /** Registers of the threads that share a fragment. */
    REGISTER
  }

  /** When an access is over. */
  public enum Completion {
    /** With the operation. */
    AT_ONCE,
    /** When the thread waits for the group of asynchronous copies that it is committed to. */
    ASYNC_GROUP,
    /** When a phase of a barrier completes. */
    BARRIER,
    /** When the threads wait for the group of asynchronous matrix instructions. */
    MATRIX_GROUP
  }

  /** An ordinary read. */
  public static Access read(Target target) {
    return new Access(target, Mode.READ, Proxy.GENERIC, Completion.AT_ONCE, null);
  }

  /** An ordinary write. */
  public static Access write(Target target) {
    return new Access(target, Mode.WRITE, Proxy.GENERIC, Completion.AT_ONCE, null);
  }

  /** A buffer comes to be. */
  public static Access allocate(Value buffer) {
    return new Access(
        BufferRegion.whole(buffer), Mode.ALLOCATE, Proxy.GENERIC, Completion.AT_ONCE, null);
  }

  /** The same, by another path. */
  public Access by(Proxy other) {
    return new Access(target, mode, other, completion, barrier);
  }

  /** The same, over at another time. */
  public Access completing(Completion other) {
    return new Access(target, mode, proxy, other, barrier);
  }

  /** The same, over when a phase of a barrier completes. */
  public Access completingOn(BufferRegion slot) {
    return new Access(target, mode, proxy, Completion.BARRIER, slot);
  }

  /** Is it a read? */
  public boolean isRead() {
    return mode == Mode.READ;
  }

  /** Is it a write? */
  public boolean isWrite() {
    return mode == Mode.WRITE;
  }

  /** The region, where the target is a buffer; else null. */
  public @Nullable BufferRegion region() {
    return target instanceof BufferRegion region ? region : null;
  }

  /** May this and the other access the same place? */
  public boolean mayConflict(Access other) {
    if (target instanceof BufferRegion one && other.target instanceof BufferRegion two) {
      return one.mayConflict(two);
    }
    return target.equals(other.target);
  }
}
