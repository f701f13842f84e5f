// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.List;
import java.util.Optional;

/**
 * Finds the directives of a check file one after the other, at most one a line.
 *
 * <p>A directive begins where a word begins; letters, digits, {@code -} and {@code _} make a word.
 */
final class DirectiveScanner {
  private static final List<String> REFUSED_WITH_NOT =
      List.of(
          "DAG-NOT:",
          "NOT-DAG:",
          "NEXT-NOT:",
          "NOT-NEXT:",
          "SAME-NOT:",
          "NOT-SAME:",
          "EMPTY-NOT:",
          "NOT-EMPTY:");
  private static final List<DirectiveKind> SUFFIXED =
      List.of(
          DirectiveKind.NEXT,
          DirectiveKind.SAME,
          DirectiveKind.NOT,
          DirectiveKind.DAG,
          DirectiveKind.LABEL,
          DirectiveKind.EMPTY);

  private final TextBuffer file;
  private final Prefixes prefixes;
  private final List<String> words;
  private final boolean keepOuterBlanks;
  private int position;
  private int line = 1;
  private int lastEnd;

  DirectiveScanner(TextBuffer file, Prefixes prefixes, boolean keepOuterBlanks) {
    this.file = file;
    this.prefixes = prefixes;
    this.words = prefixes.longestFirst();
    this.keepOuterBlanks = keepOuterBlanks;
  }

  /** The end of the line of the last directive or comment. */
  Location lastEnd() {
    return new Location(file, lastEnd);
  }

  /**
   * The next directive, or nothing at the end of the file.
   *
   * @throws CheckException if something looks like a directive but is none
   */
  Optional<Directive> next() {
    String text = file.text();
    while (position < text.length()) {
      char c = text.charAt(position);
      if (!isWordPart(c)) {
        line += c == '\n' ? 1 : 0;
        position++;
        continue;
      }
      Optional<Directive> directive = atWord();
      if (directive.isPresent()) {
        return directive;
      }
    }
    return Optional.empty();
  }

  /** Looks at the word here, and moves behind it, or behind the line if something was found. */
  private Optional<Directive> atWord() {
    Slice rest = file.whole().from(position);
    for (String word : words) {
      if (!rest.startsWith(word)) {
        continue;
      }
      if (prefixes.isComment(word)) {
        if (rest.charAt(word.length()) == ':') {
          skipLine();
          return Optional.empty();
        }
        break;
      }
      Optional<Directive> directive = withSuffix(rest.first(word.length()), rest);
      if (directive.isPresent()) {
        skipLine();
        return directive;
      }
      break;
    }
    while (position < file.text().length() && isWordPart(file.text().charAt(position))) {
      position++;
    }
    return Optional.empty();
  }

  private Optional<Directive> withSuffix(Slice prefix, Slice rest) {
    Slice after = rest.from(prefix.length());
    char mark = after.charAt(0);
    if (mark == ':' || mark == '{') {
      return withModifiers(DirectiveKind.PLAIN, 1, prefix, after);
    }
    if (mark != '-' && mark != '_') {
      return Optional.empty();
    }
    Slice suffix = after.from(1);
    Optional<Directive> directive = suffixed(prefix, suffix);
    if (directive.isPresent() && mark == '_') {
      Slice pattern = directive.get().pattern();
      int colon = file.text().lastIndexOf(':', Math.max(pattern.start() - 1, prefix.end()));
      throw new CheckException(
          prefix,
          "misspelled directive '%s'".formatted(file.text().substring(prefix.start(), colon + 1)));
    }
    return directive;
  }

  private Optional<Directive> suffixed(Slice prefix, Slice suffix) {
    if (suffix.startsWith("COUNT-")) {
      return counted(prefix, suffix.from("COUNT-".length()));
    }
    for (String refused : REFUSED_WITH_NOT) {
      if (suffix.startsWith(refused)) {
        throw new CheckException(
            suffix, "unsupported -NOT combo on prefix '%s'".formatted(prefix.text()));
      }
    }
    for (DirectiveKind kind : SUFFIXED) {
      String name = kind.suffix().substring(1);
      if (suffix.startsWith(name)) {
        return withModifiers(kind, 1, prefix, suffix.from(name.length()));
      }
    }
    return Optional.empty();
  }

  private Optional<Directive> counted(Slice prefix, Slice number) {
    int digits = 0;
    long count = 0;
    while (isDigit(number.charAt(digits))) {
      count = Math.min(10 * count + (number.charAt(digits) - '0'), Integer.MAX_VALUE + 1L);
      digits++;
    }
    char mark = number.charAt(digits);
    if (count == 0 || count > Integer.MAX_VALUE || (mark != ':' && mark != '{')) {
      throw new CheckException(
          number.from(digits),
          "invalid count in -COUNT specification on prefix '%s'".formatted(prefix.text()));
    }
    DirectiveKind kind = count == 1 ? DirectiveKind.PLAIN : DirectiveKind.COUNT;
    return withModifiers(kind, (int) count, prefix, number.from(digits));
  }

  /** Reads what stands between the suffix and the colon, and takes the pattern behind it. */
  private Optional<Directive> withModifiers(
      DirectiveKind kind, int count, Slice prefix, Slice after) {
    boolean literal = false;
    Slice rest = after;
    if (rest.startsWith("{")) {
      do {
        rest = skipSpace(rest.from(1));
        if (!rest.startsWith("LITERAL")) {
          return Optional.empty();
        }
        literal = true;
        rest = skipSpace(rest.from("LITERAL".length()));
      } while (rest.startsWith(","));
      if (!rest.startsWith("}")) {
        return Optional.empty();
      }
      rest = rest.from(1);
    }
    if (!rest.startsWith(":")) {
      return Optional.empty();
    }
    Slice pattern = rest.from(1);
    pattern = pattern.first(file.lineEnd(pattern.start()) - pattern.start());
    if (!keepOuterBlanks) {
      pattern = pattern.trimStart();
    }
    return Optional.of(new Directive(kind, count, literal, prefix, pattern, line));
  }

  private static Slice skipSpace(Slice slice) {
    Slice rest = slice;
    while (!rest.isEmpty() && Character.isWhitespace(rest.charAt(0))) {
      rest = rest.from(1);
    }
    return rest;
  }

  private void skipLine() {
    position = file.lineEnd(position);
    lastEnd = position;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c) || c == '-' || c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
