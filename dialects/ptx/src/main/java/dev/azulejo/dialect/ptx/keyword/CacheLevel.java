// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A level of the cache. */
public final class CacheLevel implements Keyword {
  private static final List<String> WORDS = List.of("L1", "L2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
