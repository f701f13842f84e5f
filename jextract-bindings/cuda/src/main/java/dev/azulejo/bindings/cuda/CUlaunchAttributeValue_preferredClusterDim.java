// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttributeValue_preferredClusterDim}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttributeValue_preferredClusterDim {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              JAVA_INT.withName("x"),
              JAVA_INT.withName("y"),
              JAVA_INT.withName("z"))
          .withByteAlignment(4)
          .withName("CUlaunchAttributeValue_preferredClusterDim");

  private CUlaunchAttributeValue_preferredClusterDim() {}

  /** The field {@code x}. */
  public static int x(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code x}. */
  public static void x(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code y}. */
  public static int y(MemorySegment at) {
    return at.get(JAVA_INT, 4);
  }

  /** Sets the field {@code y}. */
  public static void y(MemorySegment at, int value) {
    at.set(JAVA_INT, 4, value);
  }

  /** The field {@code z}. */
  public static int z(MemorySegment at) {
    return at.get(JAVA_INT, 8);
  }

  /** Sets the field {@code z}. */
  public static void z(MemorySegment at, int value) {
    at.set(JAVA_INT, 8, value);
  }
}
