// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import java.util.Locale;

/** Constants of enumerations as words of the text. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Takes {@code <word>}. */
  static <E extends Enum<E>> E parse(AsmParser parser, String type, List<E> all) {
    return parser.inAngles(() -> {
      Location place = parser.location();
      String word = parser.keyword("a word");
      StringBuilder words = new StringBuilder();
      for (E constant : all) {
        if (of(constant).equals(word)) {
          return constant;
        }
        words.append(words.isEmpty() ? "" : ", ").append(of(constant));
      }
      throw parser.error(place, "expected ::mlir::vector::%s to be one of: %s", type, words);
    });
  }
}
