// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A number as conversions see it. */
public final class NumberFormat implements Keyword {
  private static final List<String> WORDS =
      List.of(
          "u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "f16", "bf16", "f32", "f64", "tf32",
          "f16x2", "bf16x2", "e4m3x2", "e5m2x2", "e2m1x2", "ue8m0x2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
