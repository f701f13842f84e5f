// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How soon a line leaves the first cache. */
public final class Eviction implements Keyword {
  private static final List<String> WORDS =
      List.of("evict_normal", "evict_unchanged", "evict_first", "evict_last", "no_allocate");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
