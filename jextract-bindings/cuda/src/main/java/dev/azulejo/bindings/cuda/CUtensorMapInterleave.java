// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUtensorMapInterleave}. */
public final class CUtensorMapInterleave {
  public static final int CU_TENSOR_MAP_INTERLEAVE_NONE = 0;
  public static final int CU_TENSOR_MAP_INTERLEAVE_16B = 1;
  public static final int CU_TENSOR_MAP_INTERLEAVE_32B = 2;

  private CUtensorMapInterleave() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_TENSOR_MAP_INTERLEAVE_NONE -> "CU_TENSOR_MAP_INTERLEAVE_NONE";
      case CU_TENSOR_MAP_INTERLEAVE_16B -> "CU_TENSOR_MAP_INTERLEAVE_16B";
      case CU_TENSOR_MAP_INTERLEAVE_32B -> "CU_TENSOR_MAP_INTERLEAVE_32B";
      default -> "CUtensorMapInterleave(" + value + ")";
    };
  }
}
