// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUlaunchMemSyncDomainMap}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUlaunchMemSyncDomainMap {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              JAVA_BYTE.withName("default_"),
              JAVA_BYTE.withName("remote"))
          .withByteAlignment(1)
          .withName("CUlaunchMemSyncDomainMap");

  private CUlaunchMemSyncDomainMap() {}

  /** The field {@code default_}. */
  public static byte default_(MemorySegment at) {
    return at.get(JAVA_BYTE, 0);
  }

  /** Sets the field {@code default_}. */
  public static void default_(MemorySegment at, byte value) {
    at.set(JAVA_BYTE, 0, value);
  }

  /** The field {@code remote}. */
  public static byte remote(MemorySegment at) {
    return at.get(JAVA_BYTE, 1);
  }

  /** Sets the field {@code remote}. */
  public static void remote(MemorySegment at, byte value) {
    at.set(JAVA_BYTE, 1, value);
  }
}
