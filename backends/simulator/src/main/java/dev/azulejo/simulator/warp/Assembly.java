// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;

/** Instructions in a row, with jumps between them, while they are put together. */
final class Assembly {
  private final List<WarpCode> codes = new ArrayList<>();
  private final List<Location> places = new ArrayList<>();

  /** A place in the row, once it is known. */
  static final class Label {
    private int target = -1;

    /** The number of the instruction there. */
    int target() {
      return target;
    }
  }

  /** Appends an instruction that stands somewhere in the program. */
  void add(WarpCode code, Location place) {
    codes.add(code);
    places.add(place);
  }

  /** Says that a label is here. */
  void bind(Label label) {
    label.target = codes.size();
  }

  /** Appends a jump of all active lanes. */
  void jump(Label to, Location place) {
    add(warp -> warp.jump(to.target()), place);
  }

  /** Appends a jump of the active lanes for which a truth value does not hold; others go on. */
  void jumpUnless(int condition, Label to, Location place) {
    add(warp -> warp.branch(~warp.holds(condition), to.target()), place);
  }

  /** The instructions. */
  List<WarpCode> codes() {
    return List.copyOf(codes);
  }

  /** Where each stands. */
  List<Location> places() {
    return List.copyOf(places);
  }
}
