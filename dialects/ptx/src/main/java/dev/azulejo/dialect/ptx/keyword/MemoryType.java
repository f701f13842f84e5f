// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** What is in memory, where it is narrower than the register. */
public final class MemoryType implements Keyword {
  private static final List<String> WORDS = List.of("u8", "s8", "b8", "u16", "s16", "u32", "s32");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
