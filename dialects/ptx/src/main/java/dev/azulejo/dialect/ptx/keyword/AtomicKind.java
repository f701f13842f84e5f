// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** What is done to the memory at once. */
public final class AtomicKind implements Keyword {
  private static final List<String> WORDS =
      List.of("add", "min", "max", "and", "or", "xor", "exch", "inc", "dec");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
