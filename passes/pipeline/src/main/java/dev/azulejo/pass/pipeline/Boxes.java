// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic of boxes of indices. */
final class Boxes {
  private Boxes() {}

  /** A box: from {@code start} to before {@code end} in each dimension. */
  static final class Box {
    private final long[] start;
    private final long[] end;

    Box(long[] start, long[] end) {
      this.start = start.clone();
      this.end = end.clone();
    }

    private boolean isEmpty() {
      for (int i = 0; i < start.length; i++) {
        if (start[i] >= end[i]) {
          return true;
        }
      }
      return false;
    }

    /**
     * What is left of it without another box: what lies below and above it, dimension by dimension.
     */
    private void subtract(Box other, List<Box> rest) {
      Box left = new Box(start, end);
      for (int i = 0; i < start.length; i++) {
        Box below = new Box(left.start, left.end);
        below.end[i] = Math.min(left.end[i], other.start[i]);
        Box above = new Box(left.start, left.end);
        above.start[i] = Math.max(left.start[i], other.end[i]);
        if (!below.isEmpty()) {
          rest.add(below);
        }
        if (!above.isEmpty()) {
          rest.add(above);
        }
        left.start[i] = Math.max(left.start[i], other.start[i]);
        left.end[i] = Math.min(left.end[i], other.end[i]);
        if (left.isEmpty()) {
          return;
        }
      }
    }
  }

  /** What is left of boxes without another one. */
  static List<Box> subtract(List<Box> boxes, Box other) {
    List<Box> rest = new ArrayList<>();
    for (Box box : boxes) {
      box.subtract(other, rest);
    }
    return rest;
  }
}
