// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

/** How often the pipelined loops of a kernel turn, as a function of its stages. */
enum Trips {
  NONE,
  ONE,
  TWO,
  ONE_LESS,
  AS_MANY,
  ONE_MORE,
  TWICE_AND_ONE_MORE;

  int count(int stages) {
    return switch (this) {
      case NONE -> 0;
      case ONE -> 1;
      case TWO -> 2;
      case ONE_LESS -> Math.max(0, stages - 1);
      case AS_MANY -> stages;
      case ONE_MORE -> stages + 1;
      case TWICE_AND_ONE_MORE -> 2 * stages + 1;
    };
  }
}
