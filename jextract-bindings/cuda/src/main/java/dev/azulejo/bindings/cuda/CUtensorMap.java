// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUtensorMap}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUtensorMap {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              MemoryLayout.sequenceLayout(16, JAVA_LONG).withName("opaque"))
          .withByteAlignment(128)
          .withName("CUtensorMap");

  private CUtensorMap() {}

  /** The field {@code opaque}. */
  public static MemorySegment opaque(MemorySegment at) {
    return at.asSlice(0, 128);
  }
}
