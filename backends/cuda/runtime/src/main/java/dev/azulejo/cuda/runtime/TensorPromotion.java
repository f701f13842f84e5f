// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUtensorMapL2promotion;

/** How much of a tensor comes into the second-level cache at a time. */
public enum TensorPromotion {
  /** What was asked for. */
  NONE(CUtensorMapL2promotion.CU_TENSOR_MAP_L2_PROMOTION_NONE),
  /** 64 bytes. */
  BYTES_64(CUtensorMapL2promotion.CU_TENSOR_MAP_L2_PROMOTION_L2_64B),
  /** 128 bytes. */
  BYTES_128(CUtensorMapL2promotion.CU_TENSOR_MAP_L2_PROMOTION_L2_128B),
  /** 256 bytes. */
  BYTES_256(CUtensorMapL2promotion.CU_TENSOR_MAP_L2_PROMOTION_L2_256B);

  private final int code;

  TensorPromotion(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
