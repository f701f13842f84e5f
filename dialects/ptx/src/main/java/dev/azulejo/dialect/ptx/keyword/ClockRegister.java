// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.keyword;

import java.util.List;

/** A register that counts time. */
public final class ClockRegister implements Keyword {
  private static final List<String> WORDS =
      List.of("clock", "clock_hi", "clock64", "globaltimer", "globaltimer_lo", "globaltimer_hi");

  @Override
  public List<String> words() {
    return WORDS;
  }
}
