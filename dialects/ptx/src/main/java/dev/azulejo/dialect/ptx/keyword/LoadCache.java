// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How long what was loaded stays in a cache. */
public final class LoadCache implements Keyword {
  private static final List<String> WORDS = List.of("ca", "cg", "cs", "lu", "cv");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
