// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A memory whose addresses can be made generic. */
public final class ConvertedSpace implements Keyword {
  private static final List<String> WORDS = List.of("global", "shared", "local", "param");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
