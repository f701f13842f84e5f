// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A POSIX extended regular expression. It matches bytes, held as characters 0 to 255; {@code .} and
 * complements leave out the newline, and {@code ^} and {@code $} match at each line.
 */
public final class PosixRegex {
  private final Program program;
  private final @Nullable ByteSet firstBytes;

  private PosixRegex(Program program) {
    this.program = program;
    this.firstBytes = program.firstBytes();
  }

  /**
   * Reads a regular expression.
   *
   * @throws PosixSyntaxException if it is malformed
   */
  public static PosixRegex compile(String expression, boolean ignoreCase) {
    var parser = new RegexParser(expression, ignoreCase);
    RegexNode tree = parser.parse();
    return new PosixRegex(Compiler.compile(tree, parser.groupCount()));
  }

  /** Puts a backslash before each character that has a meaning in regular expressions. */
  public static String escape(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("()^$|*+?.[]\\{}".indexOf(c) >= 0) {
        result.append('\\');
      }
      result.append(c);
    }
    return result.toString();
  }

  /** How many groups the expression has. */
  public int groupCount() {
    return program.groups();
  }

  /**
   * Finds the leftmost match between two offsets, and of those that start there the longest.
   *
   * @throws MatchBudgetException if back references make this take too long
   */
  public Optional<PosixMatch> find(String text, int from, int to) {
    var subject = new Subject(text, from, to);
    var search = new StateSearch(program, subject);
    if (program.backReferences()) {
      return findWithBackReferences(search, subject);
    }
    if (!search.find(from, firstBytes)) {
      return Optional.empty();
    }
    var dissector = new Dissector(program, subject);
    return Optional.of(
        new PosixMatch(dissector.dissect(program.root(), search.matchStart(), search.matchEnd())));
  }

  /** Tries the stretches that may match, leftmost and then longest first. */
  private Optional<PosixMatch> findWithBackReferences(StateSearch search, Subject subject) {
    var backtracker = new Backtracker(program, subject);
    int at = subject.from();
    while (at <= subject.to() && search.find(at, firstBytes)) {
      int start = search.matchStart();
      int end = search.matchEnd();
      while (end != StateSearch.NONE) {
        if (backtracker.matches(start, end)) {
          return Optional.of(new PosixMatch(backtracker.bounds()));
        }
        end = end == start ? StateSearch.NONE : search.longest(0, program.length(), start, end - 1);
      }
      at = start + 1;
    }
    return Optional.empty();
  }
}
