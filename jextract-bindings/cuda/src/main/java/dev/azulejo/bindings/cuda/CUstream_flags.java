// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUstream_flags}. */
public final class CUstream_flags {
  public static final int CU_STREAM_DEFAULT = 0;
  public static final int CU_STREAM_NON_BLOCKING = 1;

  private CUstream_flags() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_STREAM_DEFAULT -> "CU_STREAM_DEFAULT";
      case CU_STREAM_NON_BLOCKING -> "CU_STREAM_NON_BLOCKING";
      default -> "CUstream_flags(" + value + ")";
    };
  }
}
