// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** The memories that have addresses. */
enum Space {
  /** Of the whole grid; addresses have 64 bits. */
  GLOBAL("global"),
  /** Of a block; addresses have 32 bits. */
  SHARED("shared"),
  /** Of a thread; addresses have 64 bits. */
  LOCAL("local");

  private final String word;

  Space(String word) {
    this.word = word;
  }

  /** The word for it in types and in instructions. */
  String word() {
    return word;
  }
}
