// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.codegen.ParallelMoves.Move;
import dev.azulejo.cuda.codegen.ParallelMoves.Source;
import dev.azulejo.cuda.codegen.RegisterFile.Register;
import dev.azulejo.dialect.ptx.type.RegisterClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any copies of up to four registers end in the same order as if all were done at once. */
class ParallelMovesTest {
  private static final int REGISTERS = 4;
  private static final int SPARE = 8;

  @Test
  void orderDoesNotMatter() {
    int all = (int) Math.pow(REGISTERS + 1, REGISTERS);
    for (int code = 0; code < all; code++) {
      int[] sources = new int[REGISTERS];
      int rest = code;
      for (int i = 0; i < REGISTERS; i++) {
        sources[i] = rest % (REGISTERS + 1);
        rest /= REGISTERS + 1;
      }
      check(sources);
    }
  }

  /** Register i gets register sources[i], or a number where that is behind the last. */
  private static void check(int[] sources) {
    List<Move> moves = new ArrayList<>();
    int[] expected = new int[REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
      boolean isRegister = sources[i] < REGISTERS;
      moves.add(
          new Move(
              register(i),
              isRegister
                  ? new Source.Of(register(sources[i]))
                  : new Source.Constant(String.valueOf(900 + i))));
      expected[i] = isRegister ? 100 + sources[i] : 900 + i;
    }
    int[] held = new int[SPARE + REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
      held[i] = 100 + i;
    }
    int[] spares = {SPARE};
    for (Move move : ParallelMoves.inOrder(moves, _ -> register(spares[0]++))) {
      held[move.target().number()] =
          switch (move.source()) {
            case Source.Of of -> held[of.register().number()];
            case Source.Constant constant -> Integer.parseInt(constant.text());
          };
    }
    assertThat(Arrays.copyOf(held, REGISTERS)).as(Arrays.toString(sources)).isEqualTo(expected);
  }

  private static Register register(int number) {
    return new Register(RegisterClass.B32, number);
  }
}
