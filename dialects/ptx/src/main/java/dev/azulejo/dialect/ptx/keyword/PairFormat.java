// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A pair of numbers. */
public final class PairFormat implements Keyword {
  private static final List<String> WORDS =
      List.of("f16x2", "bf16x2", "e4m3x2", "e5m2x2", "e2m1x2", "ue8m0x2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
