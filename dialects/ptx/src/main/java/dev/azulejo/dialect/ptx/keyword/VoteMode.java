// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** What is asked of all lanes. */
public final class VoteMode implements Keyword {
  private static final List<String> WORDS = List.of("all", "any", "uni");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
