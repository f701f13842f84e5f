// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchConfig}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchConfig {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              JAVA_INT.withName("gridDimX"),
              JAVA_INT.withName("gridDimY"),
              JAVA_INT.withName("gridDimZ"),
              JAVA_INT.withName("blockDimX"),
              JAVA_INT.withName("blockDimY"),
              JAVA_INT.withName("blockDimZ"),
              JAVA_INT.withName("sharedMemBytes"),
              MemoryLayout.paddingLayout(4),
              ADDRESS.withName("hStream"),
              ADDRESS.withName("attrs"),
              JAVA_INT.withName("numAttrs"),
              MemoryLayout.paddingLayout(4))
          .withByteAlignment(8)
          .withName("CUlaunchConfig");

  private CUlaunchConfig() {}

  /** The field {@code gridDimX}. */
  public static int gridDimX(MemorySegment at) {
    return at.get(JAVA_INT, 0);
  }

  /** Sets the field {@code gridDimX}. */
  public static void gridDimX(MemorySegment at, int value) {
    at.set(JAVA_INT, 0, value);
  }

  /** The field {@code gridDimY}. */
  public static int gridDimY(MemorySegment at) {
    return at.get(JAVA_INT, 4);
  }

  /** Sets the field {@code gridDimY}. */
  public static void gridDimY(MemorySegment at, int value) {
    at.set(JAVA_INT, 4, value);
  }

  /** The field {@code gridDimZ}. */
  public static int gridDimZ(MemorySegment at) {
    return at.get(JAVA_INT, 8);
  }

  /** Sets the field {@code gridDimZ}. */
  public static void gridDimZ(MemorySegment at, int value) {
    at.set(JAVA_INT, 8, value);
  }

  /** The field {@code blockDimX}. */
  public static int blockDimX(MemorySegment at) {
    return at.get(JAVA_INT, 12);
  }

  /** Sets the field {@code blockDimX}. */
  public static void blockDimX(MemorySegment at, int value) {
    at.set(JAVA_INT, 12, value);
  }

  /** The field {@code blockDimY}. */
  public static int blockDimY(MemorySegment at) {
    return at.get(JAVA_INT, 16);
  }

  /** Sets the field {@code blockDimY}. */
  public static void blockDimY(MemorySegment at, int value) {
    at.set(JAVA_INT, 16, value);
  }

  /** The field {@code blockDimZ}. */
  public static int blockDimZ(MemorySegment at) {
    return at.get(JAVA_INT, 20);
  }

  /** Sets the field {@code blockDimZ}. */
  public static void blockDimZ(MemorySegment at, int value) {
    at.set(JAVA_INT, 20, value);
  }

  /** The field {@code sharedMemBytes}. */
  public static int sharedMemBytes(MemorySegment at) {
    return at.get(JAVA_INT, 24);
  }

  /** Sets the field {@code sharedMemBytes}. */
  public static void sharedMemBytes(MemorySegment at, int value) {
    at.set(JAVA_INT, 24, value);
  }

  /** The field {@code hStream}. */
  public static MemorySegment hStream(MemorySegment at) {
    return at.get(ADDRESS, 32);
  }

  /** Sets the field {@code hStream}. */
  public static void hStream(MemorySegment at, MemorySegment value) {
    at.set(ADDRESS, 32, value);
  }

  /** The field {@code attrs}. */
  public static MemorySegment attrs(MemorySegment at) {
    return at.get(ADDRESS, 40);
  }

  /** Sets the field {@code attrs}. */
  public static void attrs(MemorySegment at, MemorySegment value) {
    at.set(ADDRESS, 40, value);
  }

  /** The field {@code numAttrs}. */
  public static int numAttrs(MemorySegment at) {
    return at.get(JAVA_INT, 48);
  }

  /** Sets the field {@code numAttrs}. */
  public static void numAttrs(MemorySegment at, int value) {
    at.set(JAVA_INT, 48, value);
  }
}
