// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** An immutable set of bytes, as characters 0 to 255. */
final class ByteSet {
  static final int SIZE = 256;
  static final ByteSet EMPTY = new ByteSet(new BitSet(SIZE));

  private final BitSet bits;

  private ByteSet(BitSet bits) {
    this.bits = bits;
  }

  static ByteSet of(char c) {
    return range(c, c);
  }

  /** All bytes from {@code low} to {@code high}, both included. */
  static ByteSet range(char low, char high) {
    var bits = new BitSet(SIZE);
    bits.set(low, high + 1);
    return new ByteSet(bits);
  }

  boolean contains(char c) {
    return bits.get(c);
  }

  ByteSet union(ByteSet other) {
    var result = (BitSet) bits.clone();
    result.or(other.bits);
    return new ByteSet(result);
  }

  ByteSet without(char c) {
    var result = (BitSet) bits.clone();
    result.clear(c);
    return new ByteSet(result);
  }

  ByteSet complement() {
    var result = (BitSet) bits.clone();
    result.flip(0, SIZE);
    return new ByteSet(result);
  }

  /** The set with the other case of each ASCII letter added. */
  ByteSet withBothCases() {
    var result = (BitSet) bits.clone();
    for (int upper = 'A'; upper <= 'Z'; upper++) {
      int lower = upper + ('a' - 'A');
      boolean either = bits.get(upper) || bits.get(lower);
      result.set(upper, either);
      result.set(lower, either);
    }
    return new ByteSet(result);
  }

  /** The members of a POSIX class such as {@code alpha}, in the C locale; null if unknown. */
  static @Nullable ByteSet ofClass(String name) {
    return switch (name) {
      case "alnum" -> letters().union(range('0', '9'));
      case "alpha" -> letters();
      case "blank" -> of(' ').union(of('\t'));
      case "cntrl" -> range('\0', '\u001f').union(of('\u007f'));
      case "digit" -> range('0', '9');
      case "graph" -> range('!', '~');
      case "lower" -> range('a', 'z');
      case "print" -> range(' ', '~');
      case "punct" ->
          range('!', '/').union(range(':', '@')).union(range('[', '`')).union(range('{', '~'));
      case "space" -> range('\t', '\r').union(of(' '));
      case "upper" -> range('A', 'Z');
      case "xdigit" -> range('0', '9').union(range('A', 'F')).union(range('a', 'f'));
      default -> null;
    };
  }

  private static ByteSet letters() {
    return range('A', 'Z').union(range('a', 'z'));
  }
}
