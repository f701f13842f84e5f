// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** Whether registers are asked for or given back. */
public final class RegisterChange implements Keyword {
  private static final List<String> WORDS = List.of("inc", "dec");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
