// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the panels of a grid are made of, in which its blocks are walked. */
public enum RasterOrder {
  /** Rows of blocks, which differ in the first dimension. */
  ROWS,
  /** Columns of blocks, which differ in the second dimension. */
  COLUMNS;

  /** The order as text spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order of a word, or null where it is of none. */
  static @Nullable RasterOrder ofWord(String word) {
    for (RasterOrder order : values()) {
      if (order.word().equals(word)) {
        return order;
      }
    }
    return null;
  }
}
