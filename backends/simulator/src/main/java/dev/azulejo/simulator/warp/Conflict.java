// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Locale;

/** Tells of an access to memory that nothing orders behind an earlier one. */
final class Conflict {
  private Conflict() {}

  /** The verb for what an access does. */
  static String verb(Shadow.Kind kind) {
    return switch (kind) {
      case READ -> "reads";
      case WRITE -> "writes";
      case ATOMIC -> "updates";
    };
  }

  private static String done(Shadow.Kind kind) {
    return switch (kind) {
      case READ -> "has read";
      case WRITE -> "has written";
      case ATOMIC -> "has updated";
    };
  }

  /**
   * The failure of a lane.
   *
   * @param what what it does, such as "reads 4 bytes at the shared address 0x400"
   * @param other what it conflicts with
   */
  static SimulationFailure of(
      Warp warp, int lane, String what, Shadow.Access other, Location place) {
    if (other.isBefore(warp)) {
      return new SimulationFailure(
          warp.error(
                  place,
                  lane,
                  "%s asynchronously, which %s has written with no proxy fence behind",
                  what,
                  who(warp, other))
              .note(
                  other.place(),
                  "they were written here; a fence.proxy.async belongs behind, in front of the"
                      + " barrier"));
    }
    Transfer transfer = other.transfer();
    boolean underWay = transfer != null && transfer.isUnderWay();
    String then = done(other.kind());
    String note = "the other access is here, and nothing orders the two";
    if (transfer != null && underWay) {
      String now = other.kind() == Shadow.Kind.WRITE ? " is still bringing" : " is still reading";
      return race(
          warp,
          lane,
          what,
          transfer.what() + " of " + who(warp, other) + now,
          other,
          "the " + transfer.word() + " began here, and no wait covers it yet",
          place);
    }
    String subject =
        transfer != null && transfer.isAsynchronous()
            ? transfer.what() + " of " + who(warp, other)
            : who(warp, other);
    return race(warp, lane, what, subject + " " + then, other, note, place);
  }

  private static SimulationFailure race(
      Warp warp,
      int lane,
      String what,
      String other,
      Shadow.Access access,
      String note,
      Location place) {
    return new SimulationFailure(
        warp.error(place, lane, "is in a race: it %s, which %s", what, other)
            .note(access.place(), "%s", note));
  }

  private static String who(Warp warp, Shadow.Access other) {
    BlockRun block = warp.block();
    if (other.cluster() != block.cluster().number()) {
      return "block " + other.block();
    }
    if (other.warp() == warp.agent()) {
      return "the same warp";
    }
    int number = other.warp() % block.warpCount();
    return other.block() == block.number()
        ? "warp " + number
        : String.format(Locale.ROOT, "warp %d of block %d", number, other.block());
  }
}
