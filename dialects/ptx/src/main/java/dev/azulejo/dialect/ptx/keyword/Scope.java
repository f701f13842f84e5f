// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** The threads among which an access is ordered. */
public final class Scope implements Keyword {
  private static final List<String> WORDS = List.of("cta", "cluster", "gpu", "sys");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
