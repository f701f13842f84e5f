// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/** The layout of {@code CUuuid}. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CUuuid {
  /** Size, alignment and fields. */
  public static final GroupLayout LAYOUT =
      MemoryLayout.structLayout(
              MemoryLayout.sequenceLayout(16, JAVA_BYTE).withName("bytes"))
          .withByteAlignment(1)
          .withName("CUuuid");

  private CUuuid() {}

  /** The field {@code bytes}. */
  public static MemorySegment bytes(MemorySegment at) {
    return at.asSlice(0, 16);
  }
}
