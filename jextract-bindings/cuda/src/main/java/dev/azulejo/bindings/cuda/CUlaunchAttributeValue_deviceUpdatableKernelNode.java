// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchAttributeValue_deviceUpdatableKernelNode}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchAttributeValue_deviceUpdatableKernelNode {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              JAVA_INT.withName("deviceUpdatable"),
              MemoryLayout.paddingLayout(4),
              ADDRESS.withName("devNode"))
          .withByteAlignment(8)
          .withName("CUlaunchAttributeValue_deviceUpdatableKernelNode");

  private CUlaunchAttributeValue_deviceUpdatableKernelNode() {}

  /** The field {@code deviceUpdatable}. */
  public static int deviceUpdatable(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code deviceUpdatable}. */
  public static void deviceUpdatable(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code devNode}. */
  public static MemorySegment devNode(MemorySegment at) {
    return at.get(ADDRESS, 8);
  }

  /** Sets the field {@code devNode}. */
  public static void devNode(MemorySegment at, MemorySegment value) {
    at.set(ADDRESS, 8, value);
  }
}
