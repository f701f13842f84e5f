// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

/** Reads a bracket expression such as {@code [^a-z[:digit:]]}, from behind its first bracket. */
final class BracketParser {
  private final RegexScanner in;

  BracketParser(RegexScanner in) {
    this.in = in;
  }

  /** Reads to the closing bracket. A set with a complement leaves out the newline. */
  ByteSet parse(boolean ignoreCase) {
    boolean inverted = in.eat('^');
    ByteSet set = ByteSet.EMPTY;
    if (in.eat(']')) {
      set = set.union(ByteSet.of(']'));
    } else if (in.eat('-')) {
      set = set.union(ByteSet.of('-'));
    }
    while (in.more() && in.peek() != ']' && !in.at("-]")) {
      set = set.union(term());
    }
    if (in.eat('-')) {
      set = set.union(ByteSet.of('-'));
    }
    if (!in.eat(']')) {
      throw new PosixSyntaxException("brackets ([ ]) not balanced");
    }
    if (ignoreCase) {
      set = set.withBothCases();
    }
    return inverted ? set.complement().without('\n') : set;
  }

  private ByteSet term() {
    if (in.peek() == '-') {
      throw new PosixSyntaxException("invalid character range");
    }
    if (in.eat("[:")) {
      return characterClass();
    }
    if (in.eat("[=")) {
      return ByteSet.of(element('='));
    }
    char low = symbol();
    if (!in.at("-") || in.at("-]") || !in.hasTwo()) {
      return ByteSet.of(low);
    }
    in.next();
    char high = in.eat('-') ? '-' : symbol();
    if (low > high) {
      throw new PosixSyntaxException("invalid character range");
    }
    return ByteSet.range(low, high);
  }

  private ByteSet characterClass() {
    var name = new StringBuilder();
    while (in.more() && Character.isLetter(in.peek())) {
      name.append(in.next());
    }
    ByteSet set = ByteSet.ofClass(name.toString());
    if (!in.more()) {
      throw new PosixSyntaxException("brackets ([ ]) not balanced");
    }
    if (set == null || !in.eat(":]")) {
      throw new PosixSyntaxException("invalid character class");
    }
    return set;
  }

  private char symbol() {
    if (!in.more()) {
      throw new PosixSyntaxException("brackets ([ ]) not balanced");
    }
    return in.eat("[.") ? element('.') : in.next();
  }

  /** One character between {@code [.} and {@code .]}, or {@code [=} and {@code =]}. */
  private char element(char mark) {
    if (!in.more()) {
      throw new PosixSyntaxException("brackets ([ ]) not balanced");
    }
    char c = in.next();
    if (!in.eat(mark + "]")) {
      throw new PosixSyntaxException("invalid collating element");
    }
    return c;
  }
}
