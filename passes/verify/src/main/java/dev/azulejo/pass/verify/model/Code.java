// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.Arrays;

/** A state as a row of numbers: equal for equal states. */
final class Code {
  private int[] words = new int[128];
  private int at;

  Code() {}

  Code add(int word) {
    if (at == words.length) {
      words = Arrays.copyOf(words, 2 * at);
    }
    words[at++] = word;
    return this;
  }

  Code add(int[] row) {
    add(row.length);
    for (int word : row) {
      add(word);
    }
    return this;
  }

  Code add(int[][] rows) {
    add(rows.length);
    for (int[] row : rows) {
      add(row);
    }
    return this;
  }

  int[] words() {
    return Arrays.copyOf(words, at);
  }
}
