// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUtensorMapSwizzle;

/** How 16-byte pieces of a box are scattered over shared memory so that banks do not collide. */
public enum TensorSwizzle {
  /** As they stand. */
  NONE(0, CUtensorMapSwizzle.CU_TENSOR_MAP_SWIZZLE_NONE),
  /** Within 32 bytes. */
  BYTES_32(32, CUtensorMapSwizzle.CU_TENSOR_MAP_SWIZZLE_32B),
  /** Within 64 bytes. */
  BYTES_64(64, CUtensorMapSwizzle.CU_TENSOR_MAP_SWIZZLE_64B),
  /** Within 128 bytes. */
  BYTES_128(128, CUtensorMapSwizzle.CU_TENSOR_MAP_SWIZZLE_128B);

  private final int span;
  private final int code;

  TensorSwizzle(int span, int code) {
    this.span = span;
    this.code = code;
  }

  /** The most bytes that the innermost side of a box may have; 0 for any. */
  public int span() {
    return span;
  }

  /**
   * The swizzle of a span.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TensorSwizzle ofSpan(long span) {
    for (TensorSwizzle swizzle : values()) {
      if (swizzle.span == span) {
        return swizzle;
      }
    }
    throw new IllegalArgumentException("a swizzle spans 0, 32, 64 or 128 bytes, not " + span);
  }

  int code() {
    return code;
  }
}
