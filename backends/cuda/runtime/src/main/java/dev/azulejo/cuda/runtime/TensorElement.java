// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUtensorMapDataType;

/** What the elements of a mapped tensor are. */
public enum TensorElement {
  /** Bytes of any meaning, 8-bit floats among them. */
  U8("u8", 1, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_UINT8),
  /** 16-bit integers. */
  U16("u16", 2, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_UINT16),
  /** 32-bit integers without sign. */
  U32("u32", 4, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_UINT32),
  /** 32-bit integers. */
  I32("i32", 4, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_INT32),
  /** 64-bit integers. */
  I64("i64", 8, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_INT64),
  /** IEEE halves. */
  F16("f16", 2, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_FLOAT16),
  /** Bfloat16. */
  BF16("bf16", 2, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_BFLOAT16),
  /** 32-bit floats. */
  F32("f32", 4, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_FLOAT32),
  /** 32-bit floats that matrix instructions read as tf32. */
  TF32("tf32", 4, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_TFLOAT32),
  /** 64-bit floats. */
  F64("f64", 8, CUtensorMapDataType.CU_TENSOR_MAP_DATA_TYPE_FLOAT64);

  private final String text;
  private final int bytes;
  private final int code;

  TensorElement(String text, int bytes, int code) {
    this.text = text;
    this.bytes = bytes;
    this.code = code;
  }

  /** How manifests write it. */
  public String text() {
    return text;
  }

  /** How many bytes one takes. */
  public int bytes() {
    return bytes;
  }

  int code() {
    return code;
  }
}
