// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import java.util.Arrays;
import java.util.List;

/**
 * Finds what each group took once the bounds of the match are known: parts of a sequence get as
 * much as possible, earlier ones first (IEEE Std 1003.1, 9.1).
 */
final class Dissector {
  private final StateSearch search;
  private final int[] bounds;

  Dissector(Program program, Subject subject) {
    search = new StateSearch(program, subject);
    bounds = new int[2 * (program.groups() + 1)];
    Arrays.fill(bounds, -1);
  }

  /** The bounds of the match and of all groups, as {@link PosixMatch} wants them. */
  int[] dissect(Piece root, int start, int end) {
    bounds[0] = start;
    bounds[1] = end;
    visit(root, start, end);
    return bounds;
  }

  private void visit(Piece piece, int start, int end) {
    if (!piece.hasGroups()) {
      return;
    }
    switch (piece.kind()) {
      case LEAF -> {}
      case GROUP -> {
        bounds[2 * piece.group()] = start;
        bounds[2 * piece.group() + 1] = end;
        visit(piece.children().getFirst(), start, end);
      }
      case SEQUENCE -> visitSequence(piece, start, end);
      case CHOICE -> visitChoice(piece, start, end);
      case LOOP -> visitLoop(piece, start, end);
    }
  }

  private void visitSequence(Piece sequence, int start, int end) {
    List<Piece> parts = sequence.children();
    int at = start;
    for (int i = 0; i < parts.size(); i++) {
      Piece part = parts.get(i);
      boolean last = i == parts.size() - 1;
      int partEnd = last ? end : longestThatFits(part, sequence.end(), at, end);
      visit(part, at, partEnd);
      at = partEnd;
    }
  }

  /** The longest end of a part such that what follows, up to {@code goal}, takes all the rest. */
  private int longestThatFits(Piece part, int goal, int at, int end) {
    int limit = end;
    while (true) {
      int partEnd = search.longest(part.start(), part.end(), at, limit);
      if (partEnd == StateSearch.NONE) {
        throw new IllegalStateException("a match that its own parts do not match");
      }
      if (search.longest(part.end(), goal, partEnd, end) == end) {
        return partEnd;
      }
      limit = partEnd - 1;
    }
  }

  private void visitChoice(Piece choice, int start, int end) {
    for (Piece branch : choice.children()) {
      if (search.longest(branch.start(), branch.end(), start, end) == end) {
        visit(branch, start, end);
        return;
      }
    }
  }

  /** Finds the last round, which is the one that the groups inside report. */
  private void visitLoop(Piece loop, int start, int end) {
    Piece body = loop.children().getFirst();
    if (visitGreedily(body, start, end)) {
      return;
    }
    int at = start;
    while (true) {
      int roundEnd = longestRound(loop, body, at, end);
      if (roundEnd == end || roundEnd == at) {
        visit(body, at, roundEnd);
        return;
      }
      at = roundEnd;
    }
  }

  /** Where the longest rounds happen to reach the end, what is left need not be asked for. */
  private boolean visitGreedily(Piece body, int start, int end) {
    int at = start;
    while (true) {
      int roundEnd = search.longest(body.start(), body.end(), at, end);
      if (roundEnd == end) {
        visit(body, at, end);
        return true;
      }
      if (roundEnd == StateSearch.NONE || roundEnd == at) {
        return false;
      }
      at = roundEnd;
    }
  }

  /** The longest round that leaves the end, or something that more rounds can take. */
  private int longestRound(Piece loop, Piece body, int at, int end) {
    int limit = end;
    while (limit >= at) {
      int roundEnd = search.longest(body.start(), body.end(), at, limit);
      if (roundEnd == StateSearch.NONE) {
        break;
      }
      if (roundEnd == end || search.longest(loop.start(), loop.end(), roundEnd, end) == end) {
        return roundEnd;
      }
      limit = roundEnd - 1;
    }
    return end;
  }
}
