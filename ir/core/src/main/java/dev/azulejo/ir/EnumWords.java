// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Location;
import java.util.List;
import java.util.Locale;

/** Constants of enumerations as words of the text: their names in small letters. */
public final class EnumWords {
  private EnumWords() {}

  /** The word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Takes the word of a constant.
   *
   * @param type what a message calls the enumeration: upstream's C++ name, as in {@code
   *     gpu::Dimension}
   * @param all the constants that may come
   */
  public static <E extends Enum<E>> E parse(AsmParser parser, String type, List<E> all) {
    Location place = parser.location();
    String word = parser.keyword("valid keyword or string");
    StringBuilder words = new StringBuilder();
    for (E constant : all) {
      if (of(constant).equals(word)) {
        return constant;
      }
      words.append(words.isEmpty() ? "" : ", ").append(of(constant));
    }
    throw parser.error(place, "expected ::mlir::%s to be one of: %s", type, words);
  }
}
