// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What differs between two texts, by a longest common subsequence of their lines. */
final class LineDiff {
  private static final int CONTEXT = 3;
  private static final long LARGEST = 16_000_000;

  /** One line of the result: kept in both texts, or only in the left or right one. */
  private record Edit(char sign, String line, int left, int right) {}

  private final List<String> left;
  private final List<String> right;
  private final UnaryOperator<String> key;
  private final List<Edit> edits = new ArrayList<>();

  private LineDiff(List<String> left, List<String> right, UnaryOperator<String> key) {
    this.left = left;
    this.right = right;
    this.key = key;
  }

  /**
   * The hunks of a unified diff, three lines of context around each change.
   *
   * @param key what of a line counts
   * @return nothing where the texts are equal
   */
  static List<String> unified(String left, String right, UnaryOperator<String> key) {
    var diff = new LineDiff(lines(left), lines(right), key);
    diff.compare();
    return diff.hunks();
  }

  /** The lines; one without a line end at the end of the text says so and so differs. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    } else {
      lines.set(lines.size() - 1, lines.getLast() + "\n\\ No newline at end of file");
    }
    return lines;
  }

  private void compare() {
    int start = 0;
    while (start < Math.min(left.size(), right.size()) && same(start, start)) {
      keep(start, start++);
    }
    int leftEnd = left.size();
    int rightEnd = right.size();
    while (leftEnd > start && rightEnd > start && same(leftEnd - 1, rightEnd - 1)) {
      leftEnd--;
      rightEnd--;
    }
    compareMiddle(start, leftEnd, rightEnd);
    for (int i = 0; leftEnd + i < left.size(); i++) {
      keep(leftEnd + i, rightEnd + i);
    }
  }

  private void compareMiddle(int start, int leftEnd, int rightEnd) {
    int i = start;
    int j = start;
    if ((long) (leftEnd - start) * (rightEnd - start) <= LARGEST) {
      int[][] longest = longest(start, leftEnd, rightEnd);
      while (i < leftEnd && j < rightEnd) {
        if (same(i, j)) {
          keep(i++, j++);
        } else if (longest[i + 1 - start][j - start] >= longest[i - start][j + 1 - start]) {
          edits.add(new Edit('-', left.get(i), i++, j));
        } else {
          edits.add(new Edit('+', right.get(j), i, j++));
        }
      }
    }
    while (i < leftEnd) {
      edits.add(new Edit('-', left.get(i), i++, j));
    }
    while (j < rightEnd) {
      edits.add(new Edit('+', right.get(j), i, j++));
    }
  }

  /** Lengths of the longest common subsequences of what follows each pair of lines. */
  private int[][] longest(int start, int leftEnd, int rightEnd) {
    int[][] table = new int[leftEnd - start + 1][rightEnd - start + 1];
    for (int i = leftEnd - 1; i >= start; i--) {
      for (int j = rightEnd - 1; j >= start; j--) {
        int[] row = table[i - start];
        int[] below = table[i + 1 - start];
        row[j - start] =
            same(i, j) ? below[j + 1 - start] + 1 : Math.max(below[j - start], row[j + 1 - start]);
      }
    }
    return table;
  }

  private boolean same(int i, int j) {
    return key.apply(left.get(i)).equals(key.apply(right.get(j)));
  }

  private void keep(int i, int j) {
    edits.add(new Edit(' ', left.get(i), i, j));
  }

  private List<String> hunks() {
    var result = new ArrayList<String>();
    int at = 0;
    while (at < edits.size()) {
      if (edits.get(at).sign() == ' ') {
        at++;
        continue;
      }
      int last = at;
      for (int i = at; i < edits.size() && i <= last + 2 * CONTEXT; i++) {
        last = edits.get(i).sign() == ' ' ? last : i;
      }
      hunk(Math.max(0, at - CONTEXT), Math.min(edits.size(), last + 1 + CONTEXT), result);
      at = last + 1;
    }
    return result;
  }

  private void hunk(int from, int to, List<String> result) {
    List<Edit> hunk = edits.subList(from, to);
    long lefts = hunk.stream().filter(edit -> edit.sign() != '+').count();
    long rights = hunk.stream().filter(edit -> edit.sign() != '-').count();
    Edit first = hunk.getFirst();
    result.add("@@ -%d,%d +%d,%d @@".formatted(first.left() + 1, lefts, first.right() + 1, rights));
    for (Edit edit : hunk) {
      result.add(edit.sign() + edit.line());
    }
  }
}
