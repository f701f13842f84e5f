// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** How the arrival of a cluster's barrier is ordered. */
public final class ClusterOrdering implements Keyword {
  private static final List<String> WORDS = List.of("release", "relaxed");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
