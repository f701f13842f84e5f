// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/** What a kernel takes as one parameter. */
public enum ParameterKind {
  /** The address of a buffer. */
  POINTER("pointer", Long.BYTES),
  /** An 8-bit integer. */
  I8("i8", Byte.BYTES),
  /** A 16-bit integer. */
  I16("i16", Short.BYTES),
  /** A 32-bit integer. */
  I32("i32", Integer.BYTES),
  /** A 64-bit integer. */
  I64("i64", Long.BYTES),
  /** The bits of an IEEE half. */
  F16("f16", Short.BYTES),
  /** The bits of a bfloat16. */
  BF16("bf16", Short.BYTES),
  /** A 32-bit float. */
  F32("f32", Float.BYTES),
  /** A 64-bit float. */
  F64("f64", Double.BYTES),
  /** A tensor map, by value. */
  TENSOR_MAP("map", 128);

  private final String text;
  private final int bytes;

  ParameterKind(String text, int bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** How manifests write it. */
  public String text() {
    return text;
  }

  /** How many bytes it takes, to which it is aligned. */
  public int bytes() {
    return bytes;
  }
}
