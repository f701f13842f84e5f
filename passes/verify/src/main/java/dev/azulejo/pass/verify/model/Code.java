// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.Arrays;

/** A state as a row of numbers, to be written from the beginning and read from there. */
final class Code {
  private int[] words;
  private int at;

  Code() {
    words = new int[128];
  }

  Code(int[] words) {
    this.words = words;
  }

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

  int next() {
    return words[at++];
  }

  int[] nextArray() {
    int length = next();
    int[] row = Arrays.copyOfRange(words, at, at + length);
    at += length;
    return row;
  }

  int[][] nextArrays() {
    int[][] rows = new int[next()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = nextArray();
    }
    return rows;
  }

  int[] words() {
    return Arrays.copyOf(words, at);
  }
}
