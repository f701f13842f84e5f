// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** The numbers of the matrices that are multiplied. */
public final class MmaInput implements Keyword {
  private static final List<String> WORDS =
      List.of("f16", "bf16", "tf32", "f64", "s8", "u8", "e4m3", "e5m2");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
