// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import java.util.Arrays;

/**
 * Facts that are known, in ascending order, each behind its number.
 *
 * @param words number and value of each
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode compare what the array holds
record Known(long[] words) {
  static final Known NOTHING = new Known(new long[0]);

  boolean has(int fact) {
    return find(fact) >= 0;
  }

  long value(int fact) {
    return words[find(fact) + 1];
  }

  private int find(int fact) {
    for (int i = 0; i < words.length; i += 2) {
      if (words[i] == fact) {
        return i;
      }
    }
    return -1;
  }

  Known with(int fact, long value) {
    int at = 0;
    while (at < words.length && words[at] < fact) {
      at += 2;
    }
    boolean replaces = at < words.length && words[at] == fact;
    if (replaces) {
      long[] same = words.clone();
      same[at + 1] = value;
      return new Known(same);
    }
    long[] more = new long[words.length + 2];
    System.arraycopy(words, 0, more, 0, at);
    more[at] = fact;
    more[at + 1] = value;
    System.arraycopy(words, at, more, at + 2, words.length - at);
    return new Known(more);
  }

  /** Those of which it is said that they are needed. */
  Known only(java.util.function.IntPredicate needed) {
    Known kept = NOTHING;
    for (int i = 0; i < words.length; i += 2) {
      if (needed.test((int) words[i])) {
        kept = kept.with((int) words[i], words[i + 1]);
      }
    }
    return kept.words.length == words.length ? this : kept;
  }

  /** A fact of a term that is not known, or -1. */
  int missing(Term term) {
    for (int fact : term.facts()) {
      if (!has(fact)) {
        return fact;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Known known && Arrays.equals(words, known.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(words);
  }
}
