// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** The sizes of the matrices that one instruction multiplies. */
public final class MmaShape implements Keyword {
  private static final List<String> WORDS =
      List.of("m8n8k4", "m16n8k4", "m16n8k8", "m16n8k16", "m16n8k32");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
