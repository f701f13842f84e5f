// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUtensorMapSwizzle}. */
public final class CUtensorMapSwizzle {
  public static final int CU_TENSOR_MAP_SWIZZLE_NONE = 0;
  public static final int CU_TENSOR_MAP_SWIZZLE_32B = 1;
  public static final int CU_TENSOR_MAP_SWIZZLE_64B = 2;
  public static final int CU_TENSOR_MAP_SWIZZLE_128B = 3;
  public static final int CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B = 4;
  public static final int CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B_FLIP_8B = 5;
  public static final int CU_TENSOR_MAP_SWIZZLE_128B_ATOM_64B = 6;

  private CUtensorMapSwizzle() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_TENSOR_MAP_SWIZZLE_NONE -> "CU_TENSOR_MAP_SWIZZLE_NONE";
      case CU_TENSOR_MAP_SWIZZLE_32B -> "CU_TENSOR_MAP_SWIZZLE_32B";
      case CU_TENSOR_MAP_SWIZZLE_64B -> "CU_TENSOR_MAP_SWIZZLE_64B";
      case CU_TENSOR_MAP_SWIZZLE_128B -> "CU_TENSOR_MAP_SWIZZLE_128B";
      case CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B -> "CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B";
      case CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B_FLIP_8B ->
          "CU_TENSOR_MAP_SWIZZLE_128B_ATOM_32B_FLIP_8B";
      case CU_TENSOR_MAP_SWIZZLE_128B_ATOM_64B -> "CU_TENSOR_MAP_SWIZZLE_128B_ATOM_64B";
      default -> "CUtensorMapSwizzle(" + value + ")";
    };
  }
}
