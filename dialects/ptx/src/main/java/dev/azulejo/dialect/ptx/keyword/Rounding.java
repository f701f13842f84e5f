// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How a number that has no exact form is rounded. */
public final class Rounding implements Keyword {
  private static final List<String> WORDS = List.of("rn", "rz", "rm", "rp", "rna");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
