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
import org.jspecify.annotations.Nullable;

/**
 * Follows all ways through a program at once, so the time is bounded by text times program
 * (Thompson, "Regular expression search algorithm", 1968). Back references are approximated from
 * above.
 */
final class StateSearch {
  static final int NONE = -1;

  private final Program program;
  private final Subject subject;
  // The states before the next byte, oldest start first, and where each began.
  private int[] states;
  private int[] starts;
  private int stateCount;
  private int[] nextStates;
  private int[] nextStarts;
  // For each instruction the position (plus one) at which it was last reached.
  private final int[] reached;
  private final int[] pending;
  private int goal;
  private int matchStart;
  private int matchEnd;

  StateSearch(Program program, Subject subject) {
    this.program = program;
    this.subject = subject;
    int size = program.length() + 1;
    states = new int[size];
    starts = new int[size];
    nextStates = new int[size];
    nextStarts = new int[size];
    reached = new int[size];
    pending = new int[2 * size];
  }

  /**
   * Finds the leftmost match from {@code at} on, and of those the longest.
   *
   * @param firstBytes what a match can begin with, null for anything
   */
  boolean find(int at, @Nullable ByteSet firstBytes) {
    reset(program.length());
    int position = at;
    while (true) {
      if (matchStart == NONE && canBegin(position, firstBytes)) {
        follow(0, position, position);
      }
      if (position == subject.to() || (stateCount == 0 && matchStart != NONE)) {
        return matchStart != NONE;
      }
      step(position);
      position++;
    }
  }

  private boolean canBegin(int position, @Nullable ByteSet firstBytes) {
    return firstBytes == null
        || (position < subject.to() && firstBytes.contains(subject.text().charAt(position)));
  }

  /** Where the last successful {@link #find} began. */
  int matchStart() {
    return matchStart;
  }

  /** Where the last successful {@link #find} ended. */
  int matchEnd() {
    return matchEnd;
  }

  /**
   * The end of the longest match of the instructions {@code first} to {@code goal} that begins at
   * {@code at} and ends at or before {@code limit}, or {@link #NONE}.
   */
  int longest(int first, int goal, int at, int limit) {
    reset(goal);
    follow(first, at, at);
    for (int position = at; position < limit && stateCount > 0; position++) {
      step(position);
    }
    return matchEnd;
  }

  private void reset(int goal) {
    this.goal = goal;
    stateCount = 0;
    matchStart = NONE;
    matchEnd = NONE;
    Arrays.fill(reached, 0);
  }

  private void step(int position) {
    char c = subject.text().charAt(position);
    int[] oldStates = states;
    int[] oldStarts = starts;
    int oldCount = stateCount;
    states = nextStates;
    starts = nextStarts;
    nextStates = oldStates;
    nextStarts = oldStarts;
    stateCount = 0;
    for (int i = 0; i < oldCount; i++) {
      if (matchStart != NONE && oldStarts[i] > matchStart) {
        break;
      }
      int pc = oldStates[i];
      if (program.at(pc) instanceof Take(ByteSet set) && set.contains(c)) {
        follow(pc + 1, oldStarts[i], position + 1);
      }
    }
  }

  /** Adds the states that can be reached from an instruction without taking a byte. */
  private void follow(int first, int start, int position) {
    int depth = 0;
    pending[depth++] = first;
    while (depth > 0) {
      int pc = pending[--depth];
      if (reached[pc] == position + 1) {
        continue;
      }
      reached[pc] = position + 1;
      if (pc == goal) {
        accept(start, position);
        continue;
      }
      switch (program.at(pc)) {
        case Take _ -> {
          states[stateCount] = pc;
          starts[stateCount++] = start;
        }
        case Require(var kind) -> {
          if (subject.holds(kind, position)) {
            pending[depth++] = pc + 1;
          }
        }
        case Split(int one, int other) -> {
          pending[depth++] = other;
          pending[depth++] = one;
        }
        case Jump(int target) -> pending[depth++] = target;
        case NextRound(int _, int body) -> {
          pending[depth++] = pc + 1;
          pending[depth++] = body;
        }
        case Open _, Close _, EnterLoop _, TakeAgain _ -> pending[depth++] = pc + 1;
      }
    }
  }

  private void accept(int start, int position) {
    if (matchStart == NONE || start < matchStart || (start == matchStart && position > matchEnd)) {
      matchStart = start;
      matchEnd = position;
    }
  }
}
