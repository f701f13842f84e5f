// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects text in memory, without aliases; and the rules for words and strings. */
public final class AsmText implements AsmPrinter {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final StringBuilder out = new StringBuilder();
  private @Nullable Map<Attribute, Integer> identities;

  /** The text of a type. */
  public static String ofType(Type type) {
    AsmText text = new AsmText();
    type.print(text);
    return text.toString();
  }

  /** The text of an attribute. */
  public static String ofAttribute(Attribute attribute) {
    AsmText text = new AsmText();
    attribute.print(text);
    return text.toString();
  }

  @Override
  public AsmText text(String text) {
    out.append(text);
    return this;
  }

  @Override
  public int identity(Attribute attribute) {
    Map<Attribute, Integer> known = identities == null ? new IdentityHashMap<>() : identities;
    identities = known;
    return known.computeIfAbsent(attribute, _ -> known.size());
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /**
   * A string in quotes: printable ASCII as it is, a backslash doubled, every other byte of the
   * UTF-8 form as a backslash and two hexadecimal digits.
   */
  public static String quote(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (byte b : StringBytes.encode(value)) {
      if (b == '\\') {
        text.append("\\\\");
      } else if (b >= 0x20 && b < 0x7f && b != '"') {
        text.append((char) b);
      } else {
        text.append('\\').append(HEX.toHexDigits(b));
      }
    }
    return text.append('"').toString();
  }

  /** Does a word lex as one bare identifier? */
  public static boolean isBareIdentifier(String word) {
    if (word.isEmpty() || !(isLetter(word.charAt(0)) || word.charAt(0) == '_')) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '$' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
