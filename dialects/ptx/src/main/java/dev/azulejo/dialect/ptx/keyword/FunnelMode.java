// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** What becomes of a distance over 32: it is cut off, or taken modulo 32. */
public final class FunnelMode implements Keyword {
  private static final List<String> WORDS = List.of("wrap", "clamp");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
