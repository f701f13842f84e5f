// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How two numbers are compared; the words that end in {@code u} are true of NaN too. */
public final class Comparison implements Keyword {
  private static final List<String> WORDS =
      List.of(
          "eq", "ne", "lt", "le", "gt", "ge", "equ", "neu", "ltu", "leu", "gtu", "geu", "num",
          "nan");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
