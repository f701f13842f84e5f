// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import java.util.List;

/**
 * A part of a regular expression together with the instructions it became.
 *
 * <p>The instructions of a piece are contiguous and never jump out of it other than to its end, so
 * any piece, and any run of neighbours in a sequence, can be matched alone.
 *
 * @param start first instruction
 * @param end instruction behind the last
 * @param group the number of a group, else 0
 * @param hasGroups whether a group stands anywhere inside
 */
record Piece(Kind kind, int start, int end, int group, List<Piece> children, boolean hasGroups) {
  enum Kind {
    LEAF,
    GROUP,
    SEQUENCE,
    CHOICE,
    /** Its one child, once or more. */
    LOOP
  }

  static Piece leaf(int start, int end) {
    return new Piece(Kind.LEAF, start, end, 0, List.of(), false);
  }

  static Piece of(Kind kind, int start, int end, List<Piece> children) {
    boolean hasGroups = children.stream().anyMatch(Piece::hasGroups);
    return new Piece(kind, start, end, 0, List.copyOf(children), hasGroups);
  }

  static Piece group(int start, int end, int number, Piece body) {
    return new Piece(Kind.GROUP, start, end, number, List.of(body), true);
  }
}
