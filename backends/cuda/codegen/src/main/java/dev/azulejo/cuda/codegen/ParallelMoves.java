// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.cuda.codegen.RegisterFile.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies that all read before any writes, put into an order that does the same. */
final class ParallelMoves {

  /** A copy of a register, or of a number, into a register. */
  record Move(Register target, Source source) {}

  /** What is copied. */
  sealed interface Source {
    /** A register. */
    record Of(Register register) implements Source {}

    /** A number. */
    record Constant(String text) implements Source {}
  }

  private ParallelMoves() {}

  /**
   * The same copies one after the other. Where registers change places in a circle, one of them is
   * kept in a register that {@code fresh} gives for it.
   */
  static List<Move> inOrder(List<Move> moves, UnaryOperator<Register> fresh) {
    List<Move> waiting = new ArrayList<>();
    for (Move move : moves) {
      if (!(move.source() instanceof Source.Of of && of.register().equals(move.target()))) {
        waiting.add(move);
      }
    }
    List<Move> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Move free = free(waiting);
      if (free == null) {
        breakCircle(waiting, ordered, fresh);
      } else {
        waiting.remove(free);
        ordered.add(free);
      }
    }
    return ordered;
  }

  /** A copy whose target nobody else reads any more, or null. */
  private static @Nullable Move free(List<Move> waiting) {
    for (Move move : waiting) {
      boolean read = false;
      for (Move other : waiting) {
        read |=
            other != move
                && other.source() instanceof Source.Of of
                && of.register().equals(move.target());
      }
      if (!read) {
        return move;
      }
    }
    return null;
  }

  private static void breakCircle(
      List<Move> waiting, List<Move> ordered, UnaryOperator<Register> fresh) {
    Register kept = waiting.getFirst().target();
    Register spare = fresh.apply(kept);
    ordered.add(new Move(spare, new Source.Of(kept)));
    for (int i = 0; i < waiting.size(); i++) {
      Move move = waiting.get(i);
      if (move.source() instanceof Source.Of of && of.register().equals(kept)) {
        waiting.set(i, new Move(move.target(), new Source.Of(spare)));
      }
    }
  }
}
