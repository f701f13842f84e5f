// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A memory that threads share. */
public final class GlobalOrShared implements Keyword {
  private static final List<String> WORDS = List.of("generic", "global", "shared");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
