// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.StringBytes;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts bytes into tokens. Holds the current token as a range of bytes; no text is made of it until
 * someone asks.
 */
final class Lexer {
  private static final String SUFFIX_PUNCTUATION = "$._-";

  private final SourceText source;
  private final byte[] bytes;
  private int position;
  private TokenKind kind = TokenKind.END;
  private int start;
  private int end;
  private int previousEnd;

  Lexer(SourceText source) {
    this.source = source;
    this.bytes = source.bytes();
    next();
    previousEnd = 0;
  }

  SourceText source() {
    return source;
  }

  TokenKind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Where the token before the current one ended. */
  int previousEnd() {
    return previousEnd;
  }

  /** The text of the current token. */
  String spelling() {
    return text(start, end);
  }

  /** The text of the current token from its {@code from}th byte on. */
  String spellingFrom(int from) {
    return text(start + from, end);
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Is the current token, a punctuation mark or a word, spelt like this? */
  boolean is(String spelling) {
    if (kind != TokenKind.PUNCTUATION && kind != TokenKind.BARE_ID) {
      return false;
    }
    int length = end - start;
    if (length != spelling.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[start + i] != spelling.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The byte at an offset, or 0 behind the end. */
  int at(int offset) {
    return offset < bytes.length ? bytes[offset] & 0xff : 0;
  }

  /** Goes on lexing at an offset inside of the current token. */
  void resumeAt(int offset) {
    position = offset;
    end = offset;
    int keep = previousEnd;
    next();
    previousEnd = Math.max(keep, offset);
  }

  /** Goes back, or on, to the token that begins at an offset. */
  void rewind(int offset, int previous) {
    position = offset;
    next();
    previousEnd = previous;
  }

  /** Takes the current token. */
  void next() {
    previousEnd = end;
    skipBlanks();
    start = position;
    if (position >= bytes.length) {
      kind = TokenKind.END;
      end = position;
      return;
    }
    int c = at(position);
    if (isLetter(c) || c == '_') {
      bareIdentifier();
    } else if (isDigit(c)) {
      number();
    } else {
      switch (c) {
        case '"' -> string();
        case '%' -> prefixed(TokenKind.PERCENT_ID, "invalid SSA name");
        case '^' -> prefixed(TokenKind.CARET_ID, "invalid block name");
        case '#' -> hash();
        case '!' -> prefixed(TokenKind.BANG_ID, "invalid type identifier");
        case '@' -> symbol();
        default -> punctuation(c);
      }
    }
    end = position;
  }

  private void skipBlanks() {
    while (position < bytes.length) {
      int c = bytes[position];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0) {
        position++;
      } else if (c == '/' && at(position + 1) == '/') {
        while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
          position++;
        }
      } else {
        return;
      }
    }
  }

  private void bareIdentifier() {
    while (isBareIdentifierPart(at(position))) {
      position++;
    }
    kind = TokenKind.BARE_ID;
  }

  private void number() {
    kind = TokenKind.INTEGER;
    if (at(position) == '0' && at(position + 1) == 'x' && isHexDigit(at(position + 2))) {
      position += 2;
      while (isHexDigit(at(position))) {
        position++;
      }
      return;
    }
    digits();
    if (at(position) != '.') {
      return;
    }
    kind = TokenKind.FLOAT;
    position++;
    digits();
    if (at(position) == 'e' || at(position) == 'E') {
      int sign = at(position + 1) == '+' || at(position + 1) == '-' ? 1 : 0;
      if (isDigit(at(position + 1 + sign))) {
        position += 1 + sign;
        digits();
      }
    }
  }

  private void digits() {
    while (isDigit(at(position))) {
      position++;
    }
  }

  private void string() {
    kind = TokenKind.STRING;
    position++;
    while (true) {
      if (position >= bytes.length) {
        throw fail(position, "expected '\"' in string literal");
      }
      int c = at(position);
      switch (c) {
        case '"' -> {
          position++;
          return;
        }
        case '\n', 0x0b, '\f' -> throw fail(position, "expected '\"' in string literal");
        case '\\' -> {
          int e = at(position + 1);
          if (e == '"' || e == '\\' || e == 'n' || e == 't') {
            position += 2;
          } else if (isHexDigit(e) && isHexDigit(at(position + 2))) {
            position += 3;
          } else {
            throw fail(position, "unknown escape in string literal");
          }
        }
        default -> position++;
      }
    }
  }

  private void prefixed(TokenKind tokenKind, String message) {
    kind = tokenKind;
    position++;
    if (isDigit(at(position))) {
      digits();
    } else if (isLetter(at(position)) || SUFFIX_PUNCTUATION.indexOf(at(position)) >= 0) {
      while (isSuffixPart(at(position))) {
        position++;
      }
    } else {
      throw fail(start, message);
    }
  }

  private void hash() {
    if (at(position + 1) == '-' && at(position + 2) == '}') {
      kind = TokenKind.PUNCTUATION;
      position += 3;
      return;
    }
    prefixed(TokenKind.HASH_ID, "invalid attribute name");
  }

  private void symbol() {
    position++;
    if (at(position) == '"') {
      string();
    } else if (isLetter(at(position)) || at(position) == '_') {
      bareIdentifier();
    } else {
      throw fail(start, "@ identifier expected to start with letter or '_'");
    }
    kind = TokenKind.AT_ID;
  }

  private void punctuation(int c) {
    kind = TokenKind.PUNCTUATION;
    switch (c) {
      case '(', ')', '}', '[', ']', '<', '>', ':', ',', '=', '+', '*', '?', '|' -> position++;
      case '{' -> position += at(position + 1) == '-' && at(position + 2) == '#' ? 3 : 1;
      case '-' -> position += at(position + 1) == '>' ? 2 : 1;
      case '.' -> {
        if (at(position + 1) != '.' || at(position + 2) != '.') {
          throw fail(position, "expected three consecutive dots for an ellipsis");
        }
        position += 3;
      }
      default -> throw fail(position, "unexpected character");
    }
  }

  /** The value of a string literal: its bytes, escapes resolved. */
  String stringValue() {
    return unescape(start + (kind == TokenKind.AT_ID ? 1 : 0), end);
  }

  /** The value of a string literal that lies between two offsets, quotes included. */
  String unescape(int from, int to) {
    ByteArrayOutputStream value = new ByteArrayOutputStream(to - from);
    for (int i = from + 1; i < to - 1; i++) {
      int c = at(i);
      if (c != '\\') {
        value.write(c);
        continue;
      }
      int e = at(i + 1);
      if (e == 'n' || e == 't' || e == '"' || e == '\\') {
        value.write(e == 'n' ? '\n' : e == 't' ? '\t' : e);
        i++;
      } else {
        value.write(Character.digit(e, 16) * 16 + Character.digit(at(i + 2), 16));
        i += 2;
      }
    }
    return StringBytes.decode(value.toByteArray());
  }

  ParseFailure fail(int offset, String format, Object... arguments) {
    return new ParseFailure(Diagnostic.error(source.location(offset), format, arguments));
  }

  /** Is the current token the first of its line, so that what lacks was missing before it? */
  boolean isFirstOnLine() {
    for (int i = start - 1; i >= previousEnd; i--) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isBareIdentifierPart(int c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private static boolean isSuffixPart(int c) {
    return isLetter(c) || isDigit(c) || (c != 0 && SUFFIX_PUNCTUATION.indexOf(c) >= 0);
  }
}
