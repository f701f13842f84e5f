// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How the values of all lanes are combined. */
public final class ReduxKind implements Keyword {
  private static final List<String> WORDS = List.of("add", "min", "max", "and", "or", "xor");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
