// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** The pair of numbers that a register of 32 bits holds. */
public final class Packed implements Keyword {
  private static final List<String> WORDS = List.of("f16x2", "bf16x2", "s16x2", "u16x2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
