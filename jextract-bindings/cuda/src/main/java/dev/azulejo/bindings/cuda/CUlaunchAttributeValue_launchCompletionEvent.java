// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttributeValue_launchCompletionEvent}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttributeValue_launchCompletionEvent {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              ADDRESS.withName("event"),
              JAVA_INT.withName("flags"),
              MemoryLayout.paddingLayout(4))
          .withByteAlignment(8)
          .withName("CUlaunchAttributeValue_launchCompletionEvent");

  private CUlaunchAttributeValue_launchCompletionEvent() {}

  /** The field {@code event}. */
  public static MemorySegment event(MemorySegment at) {
    return at.get(ADDRESS, 0);
  }

  /** Sets the field {@code event}. */
  public static void event(MemorySegment at, MemorySegment value) {
    at.set(ADDRESS, 0, value);
  }

  /** The field {@code flags}. */
  public static int flags(MemorySegment at) {
    return at.get(JAVA_INT, 8);
  }

  /** Sets the field {@code flags}. */
  public static void flags(MemorySegment at, int value) {
    at.set(JAVA_INT, 8, value);
  }
}
