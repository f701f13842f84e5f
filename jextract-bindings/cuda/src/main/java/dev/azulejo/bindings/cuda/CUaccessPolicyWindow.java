// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUaccessPolicyWindow}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUaccessPolicyWindow {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              ADDRESS.withName("base_ptr"),
              JAVA_LONG.withName("num_bytes"),
              JAVA_FLOAT.withName("hitRatio"),
              JAVA_INT.withName("hitProp"),
              JAVA_INT.withName("missProp"),
              MemoryLayout.paddingLayout(4))
          .withByteAlignment(8)
          .withName("CUaccessPolicyWindow");

  private CUaccessPolicyWindow() {}

  /** The field {@code base_ptr}. */
  public static MemorySegment base_ptr(MemorySegment at) {
    return at.get(ADDRESS, 0);
  }

  /** Sets the field {@code base_ptr}. */
  public static void base_ptr(MemorySegment at, MemorySegment value) {
    at.set(ADDRESS, 0, value);
  }

  /** The field {@code num_bytes}. */
  public static long num_bytes(MemorySegment at) {
    return at.get(JAVA_LONG, 8);
  }

  /** Sets the field {@code num_bytes}. */
  public static void num_bytes(MemorySegment at, long value) {
    at.set(JAVA_LONG, 8, value);
  }

  /** The field {@code hitRatio}. */
  public static float hitRatio(MemorySegment at) {
    return at.get(JAVA_FLOAT, 16);
  }

  /** Sets the field {@code hitRatio}. */
  public static void hitRatio(MemorySegment at, float value) {
    at.set(JAVA_FLOAT, 16, value);
  }

  /** The field {@code hitProp}. */
  public static int hitProp(MemorySegment at) {
    return at.get(JAVA_INT, 20);
  }

  /** Sets the field {@code hitProp}. */
  public static void hitProp(MemorySegment at, int value) {
    at.set(JAVA_INT, 20, value);
  }

  /** The field {@code missProp}. */
  public static int missProp(MemorySegment at) {
    return at.get(JAVA_INT, 24);
  }

  /** Sets the field {@code missProp}. */
  public static void missProp(MemorySegment at, int value) {
    at.set(JAVA_INT, 24, value);
  }
}
