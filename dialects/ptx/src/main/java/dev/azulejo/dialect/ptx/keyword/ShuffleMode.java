// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** From which lane a lane takes its value. */
public final class ShuffleMode implements Keyword {
  private static final List<String> WORDS = List.of("bfly", "idx", "up", "down");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
