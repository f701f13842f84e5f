// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUtensorMapL2promotion}. */
public final class CUtensorMapL2promotion {
  public static final int CU_TENSOR_MAP_L2_PROMOTION_NONE = 0;
  public static final int CU_TENSOR_MAP_L2_PROMOTION_L2_64B = 1;
  public static final int CU_TENSOR_MAP_L2_PROMOTION_L2_128B = 2;
  public static final int CU_TENSOR_MAP_L2_PROMOTION_L2_256B = 3;

  private CUtensorMapL2promotion() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_TENSOR_MAP_L2_PROMOTION_NONE -> "CU_TENSOR_MAP_L2_PROMOTION_NONE";
      case CU_TENSOR_MAP_L2_PROMOTION_L2_64B -> "CU_TENSOR_MAP_L2_PROMOTION_L2_64B";
      case CU_TENSOR_MAP_L2_PROMOTION_L2_128B -> "CU_TENSOR_MAP_L2_PROMOTION_L2_128B";
      case CU_TENSOR_MAP_L2_PROMOTION_L2_256B -> "CU_TENSOR_MAP_L2_PROMOTION_L2_256B";
      default -> "CUtensorMapL2promotion(" + value + ")";
    };
  }
}
