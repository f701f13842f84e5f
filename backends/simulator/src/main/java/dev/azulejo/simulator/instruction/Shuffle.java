// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/** From which lane a lane gets a value when lanes of a warp exchange theirs. */
public enum Shuffle {
  /** From the lane that a number names. */
  INDEX,
  /** From a lane further down. */
  UP,
  /** From a lane further up. */
  DOWN,
  /** From the lane whose number differs in some bits. */
  BUTTERFLY;

  private static final int LANE = 0x1f;
  private static final int SEGMENT_SHIFT = 8;

  /** The mode that an instruction's word asks for. */
  public static Shuffle of(String word) {
    return switch (word) {
      case "idx" -> INDEX;
      case "up" -> UP;
      case "down" -> DOWN;
      case "bfly" -> BUTTERFLY;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /**
   * The lane that a lane gets its value from: itself where the one asked for is out of bounds.
   *
   * @param lane the lane
   * @param operand which lane, or how far away; its five lowest bits count
   * @param clamp the bound in its bits 0 to 4, and in bits 8 to 12 the bits of a lane's number that
   *     tell parts of the warp apart, which exchange nothing
   */
  public int source(int lane, long operand, long clamp) {
    int by = (int) operand & LANE;
    int bound = (int) clamp & LANE;
    int segment = (int) (clamp >>> SEGMENT_SHIFT) & LANE;
    int first = lane & segment;
    int last = first | (bound & ~segment);
    int from =
        switch (this) {
          case INDEX -> first | (by & ~segment);
          case UP -> lane - by;
          case DOWN -> lane + by;
          case BUTTERFLY -> lane ^ by;
        };
    boolean inBounds = this == UP ? from >= last : from <= last;
    return inBounds ? from : lane;
  }
}
