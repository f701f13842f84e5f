// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUtensorMapFloatOOBfill}. */
public final class CUtensorMapFloatOOBfill {
  public static final int CU_TENSOR_MAP_FLOAT_OOB_FILL_NONE = 0;
  public static final int CU_TENSOR_MAP_FLOAT_OOB_FILL_NAN_REQUEST_ZERO_FMA = 1;

  private CUtensorMapFloatOOBfill() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_TENSOR_MAP_FLOAT_OOB_FILL_NONE -> "CU_TENSOR_MAP_FLOAT_OOB_FILL_NONE";
      case CU_TENSOR_MAP_FLOAT_OOB_FILL_NAN_REQUEST_ZERO_FMA ->
          "CU_TENSOR_MAP_FLOAT_OOB_FILL_NAN_REQUEST_ZERO_FMA";
      default -> "CUtensorMapFloatOOBfill(" + value + ")";
    };
  }
}
