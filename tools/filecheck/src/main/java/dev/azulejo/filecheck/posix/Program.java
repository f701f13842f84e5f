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
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled regular expression. */
record Program(List<Instruction> code, Piece root, int groups, int loops, boolean backReferences) {
  /** The bytes a match can begin with, or null if a match may be empty. */
  @Nullable ByteSet firstBytes() {
    ByteSet result = ByteSet.EMPTY;
    var seen = new BitSet();
    var pending = new ArrayDeque<Integer>();
    pending.push(0);
    while (!pending.isEmpty()) {
      int pc = pending.pop();
      if (pc == length()) {
        return null;
      }
      if (seen.get(pc)) {
        continue;
      }
      seen.set(pc);
      switch (at(pc)) {
        case Take(ByteSet set) -> result = result.union(set);
        case Split(int first, int second) -> {
          pending.push(first);
          pending.push(second);
        }
        case Jump(int target) -> pending.push(target);
        case NextRound(int _, int body) -> {
          pending.push(body);
          pending.push(pc + 1);
        }
        case Open _, Close _, EnterLoop _, Require _, TakeAgain _ -> pending.push(pc + 1);
      }
    }
    return result;
  }

  int length() {
    return code.size();
  }

  Instruction at(int pc) {
    return code.get(pc);
  }
}
