// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** Narrow whole numbers. */
public final class PackFormat implements Keyword {
  private static final List<String> WORDS =
      List.of("s8", "u8", "s16", "u16", "s4", "u4", "s2", "u2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
