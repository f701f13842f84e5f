// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUtensorMapDataType}. */
public final class CUtensorMapDataType {
  public static final int CU_TENSOR_MAP_DATA_TYPE_UINT8 = 0;
  public static final int CU_TENSOR_MAP_DATA_TYPE_UINT16 = 1;
  public static final int CU_TENSOR_MAP_DATA_TYPE_UINT32 = 2;
  public static final int CU_TENSOR_MAP_DATA_TYPE_INT32 = 3;
  public static final int CU_TENSOR_MAP_DATA_TYPE_UINT64 = 4;
  public static final int CU_TENSOR_MAP_DATA_TYPE_INT64 = 5;
  public static final int CU_TENSOR_MAP_DATA_TYPE_FLOAT16 = 6;
  public static final int CU_TENSOR_MAP_DATA_TYPE_FLOAT32 = 7;
  public static final int CU_TENSOR_MAP_DATA_TYPE_FLOAT64 = 8;
  public static final int CU_TENSOR_MAP_DATA_TYPE_BFLOAT16 = 9;
  public static final int CU_TENSOR_MAP_DATA_TYPE_FLOAT32_FTZ = 10;
  public static final int CU_TENSOR_MAP_DATA_TYPE_TFLOAT32 = 11;
  public static final int CU_TENSOR_MAP_DATA_TYPE_TFLOAT32_FTZ = 12;
  public static final int CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN8B = 13;
  public static final int CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN16B = 14;
  public static final int CU_TENSOR_MAP_DATA_TYPE_16U6_ALIGN16B = 15;

  private CUtensorMapDataType() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_TENSOR_MAP_DATA_TYPE_UINT8 -> "CU_TENSOR_MAP_DATA_TYPE_UINT8";
      case CU_TENSOR_MAP_DATA_TYPE_UINT16 -> "CU_TENSOR_MAP_DATA_TYPE_UINT16";
      case CU_TENSOR_MAP_DATA_TYPE_UINT32 -> "CU_TENSOR_MAP_DATA_TYPE_UINT32";
      case CU_TENSOR_MAP_DATA_TYPE_INT32 -> "CU_TENSOR_MAP_DATA_TYPE_INT32";
      case CU_TENSOR_MAP_DATA_TYPE_UINT64 -> "CU_TENSOR_MAP_DATA_TYPE_UINT64";
      case CU_TENSOR_MAP_DATA_TYPE_INT64 -> "CU_TENSOR_MAP_DATA_TYPE_INT64";
      case CU_TENSOR_MAP_DATA_TYPE_FLOAT16 -> "CU_TENSOR_MAP_DATA_TYPE_FLOAT16";
      case CU_TENSOR_MAP_DATA_TYPE_FLOAT32 -> "CU_TENSOR_MAP_DATA_TYPE_FLOAT32";
      case CU_TENSOR_MAP_DATA_TYPE_FLOAT64 -> "CU_TENSOR_MAP_DATA_TYPE_FLOAT64";
      case CU_TENSOR_MAP_DATA_TYPE_BFLOAT16 -> "CU_TENSOR_MAP_DATA_TYPE_BFLOAT16";
      case CU_TENSOR_MAP_DATA_TYPE_FLOAT32_FTZ -> "CU_TENSOR_MAP_DATA_TYPE_FLOAT32_FTZ";
      case CU_TENSOR_MAP_DATA_TYPE_TFLOAT32 -> "CU_TENSOR_MAP_DATA_TYPE_TFLOAT32";
      case CU_TENSOR_MAP_DATA_TYPE_TFLOAT32_FTZ -> "CU_TENSOR_MAP_DATA_TYPE_TFLOAT32_FTZ";
      case CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN8B -> "CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN8B";
      case CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN16B -> "CU_TENSOR_MAP_DATA_TYPE_16U4_ALIGN16B";
      case CU_TENSOR_MAP_DATA_TYPE_16U6_ALIGN16B -> "CU_TENSOR_MAP_DATA_TYPE_16U6_ALIGN16B";
      default -> "CUtensorMapDataType(" + value + ")";
    };
  }
}
