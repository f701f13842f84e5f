// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A memory; addresses of {@code generic} say themselves of which they are. */
public final class Space implements Keyword {
  private static final List<String> WORDS = List.of("generic", "global", "shared", "local");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
