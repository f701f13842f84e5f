// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How strongly accesses before and behind are ordered. */
public final class FenceKind implements Keyword {
  private static final List<String> WORDS = List.of("acq_rel", "sc");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
