// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttributeValue_programmaticEvent}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttributeValue_programmaticEvent {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              ADDRESS.withName("event"),
              JAVA_INT.withName("flags"),
              JAVA_INT.withName("triggerAtBlockStart"))
          .withByteAlignment(8)
          .withName("CUlaunchAttributeValue_programmaticEvent");

  private CUlaunchAttributeValue_programmaticEvent() {}

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

  /** The field {@code triggerAtBlockStart}. */
  public static int triggerAtBlockStart(MemorySegment at) {
    return at.get(JAVA_INT, 12);
  }

  /** Sets the field {@code triggerAtBlockStart}. */
  public static void triggerAtBlockStart(MemorySegment at, int value) {
    at.set(JAVA_INT, 12, value);
  }
}
