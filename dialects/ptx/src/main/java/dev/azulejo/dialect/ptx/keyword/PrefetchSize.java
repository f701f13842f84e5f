// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How much around what is loaded the second cache fetches too. */
public final class PrefetchSize implements Keyword {
  private static final List<String> WORDS = List.of("64B", "128B", "256B");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
