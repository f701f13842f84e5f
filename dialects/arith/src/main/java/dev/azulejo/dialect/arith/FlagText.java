// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.diag.Location;
import java.util.List;

/** The text of a set of flags, {@code <nsw, nuw>}: each word stands for one bit. */
final class FlagText {
  private static final String NONE = "none";

  private FlagText() {}

  /** Reads the flags with their angle brackets. */
  static int parse(AsmParser parser, List<String> words, String all) {
    return parser.inAngles(() -> {
      int bits = 0;
      do {
        bits |= word(parser, words, all);
      } while (parser.accept(","));
      return bits;
    });
  }

  private static int word(AsmParser parser, List<String> words, String all) {
    Location place = parser.location();
    String word = parser.keyword("the name of a flag");
    if (word.equals(NONE)) {
      return 0;
    }
    if (word.equals(all)) {
      return (1 << words.size()) - 1;
    }
    int bit = words.indexOf(word);
    if (bit < 0) {
      throw parser.error(
          place,
          "expected one of: %s, %s%s",
          NONE,
          String.join(", ", words),
          all.isEmpty() ? "" : ", " + all);
    }
    return 1 << bit;
  }

  /** The words of some flags. */
  static String print(int bits, List<String> words, String separator) {
    if (bits == 0) {
      return NONE;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if ((bits >> i & 1) != 0) {
        text.append(text.isEmpty() ? "" : separator).append(words.get(i));
      }
    }
    return text.toString();
  }
}
