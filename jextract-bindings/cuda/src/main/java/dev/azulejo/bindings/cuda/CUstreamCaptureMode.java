// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUstreamCaptureMode}. */
public final class CUstreamCaptureMode {
  public static final int CU_STREAM_CAPTURE_MODE_GLOBAL = 0;
  public static final int CU_STREAM_CAPTURE_MODE_THREAD_LOCAL = 1;
  public static final int CU_STREAM_CAPTURE_MODE_RELAXED = 2;

  private CUstreamCaptureMode() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_STREAM_CAPTURE_MODE_GLOBAL -> "CU_STREAM_CAPTURE_MODE_GLOBAL";
      case CU_STREAM_CAPTURE_MODE_THREAD_LOCAL -> "CU_STREAM_CAPTURE_MODE_THREAD_LOCAL";
      case CU_STREAM_CAPTURE_MODE_RELAXED -> "CU_STREAM_CAPTURE_MODE_RELAXED";
      default -> "CUstreamCaptureMode(" + value + ")";
    };
  }
}
