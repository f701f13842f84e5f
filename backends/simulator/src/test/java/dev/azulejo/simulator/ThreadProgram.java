// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;

/**
 * Programs of rung 3 that write one number a thread: {@code %t} is the thread, {@code %out} the
 * buffer, {@code %c0} to {@code %c64} are constants, and {@code %s} is shared memory.
 */
final class ThreadProgram {
  private static final String TEXT =
      """
      func.func @f(%out: memref<COUNTxi32>) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c3 = arith.constant 3 : index
        %c8 = arith.constant 8 : index
        %c16 = arith.constant 16 : index
        %c32 = arith.constant 32 : index
        %c63 = arith.constant 63 : index
        %c64 = arith.constant 64 : index
        %n5 = arith.constant 5 : i32
        %n7 = arith.constant 7 : i32
        tile.launch grid(%bx = BLOCKS) threads(THREADS) {
          %t = gpu.thread_id x
          %s = memref.alloca() : memref<64xi32, "shared">
          BODY
        }
        return
      }
      """;

  private ThreadProgram() {}

  /** The line of the first operation of a body. */
  static final int FIRST_LINE = 16;

  static String text(int threads, int blocks, String... body) {
    return TEXT.replace("COUNT", "" + Math.max(64, threads * blocks))
        .replace("BLOCKS", "" + blocks)
        .replace("THREADS", "" + threads)
        .replace("BODY", String.join("\n    ", body));
  }

  static Buffer room() {
    return Buffer.poisoned(ElementType.I32, new long[] {64});
  }

  /** What 64 threads of one block write; the same under some seeds. */
  static double[] run(String... body) {
    double[] first = run(0, body);
    for (long seed = 1; seed < 8; seed++) {
      if (!java.util.Arrays.equals(first, run(seed, body))) {
        throw new AssertionError("seed " + seed + " gives another result");
      }
    }
    return first;
  }

  private static double[] run(long seed, String... body) {
    Buffer out = room();
    Simulation.of(text(64, 1, body), seed).run(out);
    return Data.values(out);
  }

  /** The error that 64 threads of one block come to, with its notes. */
  static String failure(String... body) {
    return Simulation.of(text(64, 1, body)).failure(room());
  }
}
