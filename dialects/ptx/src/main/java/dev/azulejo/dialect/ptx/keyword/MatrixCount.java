// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How many matrices of 8 by 8 numbers. */
public final class MatrixCount implements Keyword {
  private static final List<String> WORDS = List.of("x1", "x2", "x4");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
