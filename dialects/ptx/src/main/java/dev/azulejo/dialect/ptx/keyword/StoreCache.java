// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How long what was stored stays in a cache. */
public final class StoreCache implements Keyword {
  private static final List<String> WORDS = List.of("wb", "cg", "cs", "wt");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
