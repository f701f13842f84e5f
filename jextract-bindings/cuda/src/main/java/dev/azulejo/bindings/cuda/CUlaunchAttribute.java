// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttribute}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttribute {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              JAVA_INT.withName("id"),
              MemoryLayout.sequenceLayout(4, JAVA_BYTE).withName("pad"),
              CUlaunchAttributeValue.LAYOUT.withName("value"))
          .withByteAlignment(8)
          .withName("CUlaunchAttribute");

  private CUlaunchAttribute() {}

  /** The field {@code id}. */
  public static int id(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code id}. */
  public static void id(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code pad}. */
  public static MemorySegment pad(MemorySegment at) {
    return at.asSlice(4, 4);
  }

  /** The field {@code value}. */
  public static MemorySegment value(MemorySegment at) {
    return at.asSlice(8, 64);
  }
}
