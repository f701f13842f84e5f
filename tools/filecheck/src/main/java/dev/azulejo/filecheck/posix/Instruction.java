// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import dev.azulejo.filecheck.posix.RegexNode.Assertion;

/** One step of a compiled regular expression; unless it says otherwise the next one follows. */
sealed interface Instruction {
  /** Takes one byte out of the set. */
  record Take(ByteSet set) implements Instruction {}

  /** Goes on only where the condition holds. */
  record Require(Assertion.Kind kind) implements Instruction {}

  /** Goes on at either place; the first is preferred where there is a choice. */
  record Split(int first, int second) implements Instruction {}

  /** Goes on at another place. */
  record Jump(int target) implements Instruction {}

  /** Notes the start of a group. */
  record Open(int group) implements Instruction {}

  /** Notes the end of a group. */
  record Close(int group) implements Instruction {}

  /** Stands before the body of a loop; {@code loop} counts the loops of the program. */
  record EnterLoop(int loop) implements Instruction {}

  /** Stands behind the body of a loop: goes round again, or on. */
  record NextRound(int loop, int body) implements Instruction {}

  /**
   * Takes what a group took and goes on at {@code end}. The instructions up to there take whatever
   * the group could take: an approximation for a matcher that does not know what it took.
   */
  record TakeAgain(int group, int end) implements Instruction {}
}
