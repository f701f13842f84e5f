// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** To which side. */
public final class Direction implements Keyword {
  private static final List<String> WORDS = List.of("l", "r");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
