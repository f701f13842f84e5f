// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import dev.azulejo.filecheck.posix.Instruction.Close;
import dev.azulejo.filecheck.posix.Instruction.EnterLoop;
import dev.azulejo.filecheck.posix.Instruction.Jump;
import dev.azulejo.filecheck.posix.Instruction.NextRound;
import dev.azulejo.filecheck.posix.Instruction.Open;
import dev.azulejo.filecheck.posix.Instruction.Require;
import dev.azulejo.filecheck.posix.Instruction.Split;
import dev.azulejo.filecheck.posix.Instruction.Take;
import dev.azulejo.filecheck.posix.Instruction.TakeAgain;
import java.util.Arrays;

/**
 * Matches a program with back references between two given places, one way after the other.
 *
 * <p>The time of this can grow exponentially with the text, so the steps are counted and a match
 * that needs too many of them ends in {@link MatchBudgetException}.
 */
final class Backtracker {
  private static final long STEP_BUDGET = 20_000_000;

  private final Program program;
  private final Subject subject;
  // Bounds of the match and its groups, then where the current round of each loop began.
  private final int[] registers;
  private final int loopBase;
  // Entries of two: an instruction and a position to try, or ~register and its old value.
  private int[] trail = new int[64];
  private int trailSize;
  private long steps;

  Backtracker(Program program, Subject subject) {
    this.program = program;
    this.subject = subject;
    loopBase = 2 * (program.groups() + 1);
    registers = new int[loopBase + program.loops()];
  }

  /** Whether the whole stretch from {@code start} to {@code end} matches. */
  boolean matches(int start, int end) {
    Arrays.fill(registers, -1);
    registers[0] = start;
    registers[1] = end;
    trailSize = 0;
    push(0, start);
    while (trailSize > 0) {
      int value = trail[--trailSize];
      int what = trail[--trailSize];
      if (what < 0) {
        registers[~what] = value;
      } else if (run(what, value, end)) {
        return true;
      }
    }
    return false;
  }

  /** The bounds of the last match and of its groups, as {@link PosixMatch} wants them. */
  int[] bounds() {
    return Arrays.copyOf(registers, loopBase);
  }

  private boolean run(int firstPc, int firstPosition, int end) {
    int pc = firstPc;
    int position = firstPosition;
    while (pc < program.length()) {
      if (++steps > STEP_BUDGET) {
        throw new MatchBudgetException();
      }
      switch (program.at(pc)) {
        case Take(ByteSet set) -> {
          if (position == end || !set.contains(subject.text().charAt(position))) {
            return false;
          }
          position++;
          pc++;
        }
        case Require(var kind) -> {
          if (!subject.holds(kind, position)) {
            return false;
          }
          pc++;
        }
        case Split(int first, int second) -> {
          push(second, position);
          pc = first;
        }
        case Jump(int target) -> pc = target;
        case Open(int group) -> {
          set(2 * group, position);
          pc++;
        }
        case Close(int group) -> {
          set(2 * group + 1, position);
          pc++;
        }
        case EnterLoop(int loop) -> {
          set(loopBase + loop, position);
          pc++;
        }
        case NextRound(int loop, int body) -> {
          pc++;
          // A round that took nothing is the last one.
          if (registers[loopBase + loop] != position) {
            push(pc, position);
            set(loopBase + loop, position);
            pc = body;
          }
        }
        case TakeAgain(int group, int next) -> {
          int from = registers[2 * group];
          int length = registers[2 * group + 1] - from;
          if (from < 0
              || length < 0
              || length > end - position
              || !subject.text().regionMatches(position, subject.text(), from, length)) {
            return false;
          }
          position += length;
          pc = next;
        }
      }
    }
    return position == end;
  }

  private void set(int register, int value) {
    push(~register, registers[register]);
    registers[register] = value;
  }

  private void push(int what, int value) {
    if (trailSize == trail.length) {
      trail = Arrays.copyOf(trail, 2 * trailSize);
    }
    trail[trailSize++] = what;
    trail[trailSize++] = value;
  }
}
