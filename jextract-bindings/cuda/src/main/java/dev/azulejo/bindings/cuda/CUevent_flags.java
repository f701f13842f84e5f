// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUevent_flags}. */
public final class CUevent_flags {
  public static final int CU_EVENT_DEFAULT = 0;
  public static final int CU_EVENT_BLOCKING_SYNC = 1;
  public static final int CU_EVENT_DISABLE_TIMING = 2;
  public static final int CU_EVENT_INTERPROCESS = 4;

  private CUevent_flags() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_EVENT_DEFAULT -> "CU_EVENT_DEFAULT";
      case CU_EVENT_BLOCKING_SYNC -> "CU_EVENT_BLOCKING_SYNC";
      case CU_EVENT_DISABLE_TIMING -> "CU_EVENT_DISABLE_TIMING";
      case CU_EVENT_INTERPROCESS -> "CU_EVENT_INTERPROCESS";
      default -> "CUevent_flags(" + value + ")";
    };
  }
}
