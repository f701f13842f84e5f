// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How a number that is not whole becomes one, or how one is rounded. */
public final class RoundingToInteger implements Keyword {
  private static final List<String> WORDS =
      List.of("rn", "rz", "rm", "rp", "rna", "rni", "rzi", "rmi", "rpi");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
