// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How an access is ordered with others. */
public final class Ordering implements Keyword {
  private static final List<String> WORDS =
      List.of("volatile", "relaxed", "acquire", "release", "acq_rel");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
