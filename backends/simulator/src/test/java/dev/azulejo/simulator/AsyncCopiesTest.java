// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asynchronous copies arrive late, and nobody may touch what they bring before a wait says so. */
final class AsyncCopiesTest {

  /** Three groups of copies, a wait, and a read of one of them. */
  private static String program(String wait, int read) {
    return """
    func.func @f(%%A: memref<3x4xf32>, %%B: memref<1x4xf32>) {
      tile.launch grid(%%x = 1) threads(32) {
        %%s = tile.alloc : memref<3x1x4xf32, "shared">
        tile.async_copy %%A[0, 0][1, 4] -> %%s[0, 0, 0][1, 1, 4] : memref<3x4xf32> to memref<3x1x4xf32, "shared">
        pipeline.commit_group
        tile.async_copy %%A[1, 0][1, 4] -> %%s[1, 0, 0][1, 1, 4] : memref<3x4xf32> to memref<3x1x4xf32, "shared">
        pipeline.commit_group
        tile.async_copy %%A[2, 0][1, 4] -> %%s[2, 0, 0][1, 1, 4] : memref<3x4xf32> to memref<3x1x4xf32, "shared">
        %s
        tile.copy %%s[%d, 0, 0][1, 1, 4] -> %%B[0, 0][1, 4] : memref<3x1x4xf32, "shared"> to memref<1x4xf32>
      }
      return
    }
    """
        .formatted(wait, read);
  }

  private static Buffer input() {
    return Buffer.of(Data.of("iota", 0, ElementType.F32, 3, 4));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 0", "0, 1"})
  void whatAWaitCoversMayBeRead(long pending, int read) {
    for (int seed = 0; seed < 20; seed++) {
      Buffer b = Data.room(ElementType.F32, 1, 4);
      Simulation.of(program("pipeline.wait_group " + pending, read), seed).run(input(), b);
      double first = read * 4.0;
      assertThat(Data.values(b)).containsExactly(first, first + 1, first + 2, first + 3);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 6", "1, 2, 8", "0, 2, 8", "2, 0, 4", "99, 0, 4"})
  void whatNoWaitCoversIsARaceWithBothPlaces(long pending, int read, int line) {
    String text = program("pipeline.wait_group " + pending, read);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Simulation.of(text, seed).failure(input(), Data.room(ElementType.F32, 1, 4)))
          .isEqualTo(
              "10: error: race: reads what an asynchronous copy is still bringing\n"
                  + line
                  + ": note: the copy began here, and no wait covers it yet");
    }
  }

  @Test
  void anOpenGroupIsCoveredByNoWait() {
    String closed = program("pipeline.commit_group pipeline.wait_group 0", 2);
    Buffer b = Data.room(ElementType.F32, 1, 4);
    Simulation.of(closed).run(input(), b);
    assertThat(Data.values(b)).containsExactly(8, 9, 10, 11);
  }

  @Test
  void emptyGroupsCount() {
    String text = program("pipeline.commit_group pipeline.commit_group pipeline.wait_group 1", 2);
    Buffer b = Data.room(ElementType.F32, 1, 4);
    Simulation.of(text).run(input(), b);
    assertThat(Data.values(b)).containsExactly(8, 9, 10, 11);
  }

  private static final String TOUCHING =
      """
      func.func @f(%%A: memref<2x4xf32>, %%B: memref<2x4xf32>) {
        %%c0 = arith.constant 0 : index
        %%c1 = arith.constant 1 : index
        %%v = arith.constant 1.0 : f32
        tile.launch grid(%%x = 1) threads(32) {
          %%s = tile.alloc : memref<2x4xf32, "shared">
          %%a = tile.alloc : memref<2x4xf32, "fragment">
          tile.fill %%s, %%v : memref<2x4xf32, "shared">
          tile.fill %%a, %%v : memref<2x4xf32, "fragment">
          tile.async_copy %%A[1, 0][1, 4] -> %%s[1, 0][1, 4] : memref<2x4xf32> to memref<2x4xf32, "shared">
          pipeline.commit_group
          %s
        }
        return
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%r = memref.load %s[%c1, %c0] : memref<2x4xf32, \"shared\">",
        "tile.copy %s[0, 0][2, 4] -> %B[0, 0] : memref<2x4xf32, \"shared\"> to memref<2x4xf32>",
        "tile.gemm %s, %s, %a[0, 0][2, 2] {transpose_b} : memref<2x4xf32, \"shared\">,"
            + " memref<2x4xf32, \"shared\">, memref<2x4xf32, \"fragment\">",
        "tile.reduce sum %s -> %a[0, 0][1, 4] dim(0) : memref<2x4xf32, \"shared\"> to"
            + " memref<2x4xf32, \"fragment\">",
        "%w = tile.view %s : memref<2x4xf32, \"shared\"> to memref<8xf32, \"shared\">"
            + " %r = memref.load %w[%c0] : memref<8xf32, \"shared\">"
      })
  void readingTheTargetIsARace(String touch) {
    assertThat(touch(touch))
        .isEqualTo(
            "12: error: race: reads what an asynchronous copy is still bringing\n"
                + "10: note: the copy began here, and no wait covers it yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memref.store %v, %s[%c1, %c0] : memref<2x4xf32, \"shared\">",
        "memref.store %v, %A[%c1, %c0] : memref<2x4xf32>",
        "tile.fill %s, %v : memref<2x4xf32, \"shared\">",
        "tile.fill %A, %v : memref<2x4xf32>",
        "tile.copy %a -> %A[0, 0] : memref<2x4xf32, \"fragment\"> to memref<2x4xf32>",
        "tile.async_copy %B[0, 0][1, 4] -> %s[1, 0][1, 4] : memref<2x4xf32> to"
            + " memref<2x4xf32, \"shared\">"
      })
  void writingTheTargetOrTheSourceIsARace(String touch) {
    assertThat(touch(touch))
        .isEqualTo(
            "12: error: race: writes what an asynchronous copy is still using\n"
                + "10: note: the copy began here, and no wait covers it yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%r = memref.load %s[%c0, %c0] : memref<2x4xf32, \"shared\">",
        "%r = memref.load %A[%c1, %c0] : memref<2x4xf32>",
        "memref.store %v, %A[%c0, %c0] : memref<2x4xf32>",
        "tile.copy %s[0, 0][1, 4] -> %B[0, 0][1, 4] : memref<2x4xf32, \"shared\"> to"
            + " memref<2x4xf32>",
        "tile.copy %a -> %A[2, 0] : memref<2x4xf32, \"fragment\"> to memref<2x4xf32>",
        "tile.async_copy %A[1, 0][1, 4] -> %s[0, 0][1, 4] : memref<2x4xf32> to"
            + " memref<2x4xf32, \"shared\">"
      })
  void whatTheCopyLeavesAloneIsFree(String touch) {
    Simulation.of(TOUCHING.formatted(touch)).run(touched());
  }

  private static Buffer[] touched() {
    Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 2, 4));
    Buffer b = Buffer.of(Data.of("iota", 1, ElementType.F32, 2, 4));
    return new Buffer[] {a, b};
  }

  private static String touch(String operation) {
    return Simulation.of(TOUCHING.formatted(operation)).failure(touched());
  }

  @Test
  void aDroppedVersionIsAWrongAnswerOrARace() {
    // The next tile is asked for before the one at hand is used, into its own slot.
    String program =
        """
        func.func @f(%%A: memref<6x4xf32>, %%B: memref<6x4xf32>) {
          tile.launch grid(%%x = 1) threads(32) {
            %%s = tile.alloc : memref<2x1x4xf32, "shared">
            tile.async_copy %%A[0, 0][1, 4] -> %%s[0, 0, 0][1, 1, 4] : memref<6x4xf32> to memref<2x1x4xf32, "shared">
            pipeline.commit_group
            %%c0 = arith.constant 0 : index
            %%c1 = arith.constant 1 : index
            %%c5 = arith.constant 5 : index
            scf.for %%k = %%c0 to %%c5 step %%c1 {
              %%n = arith.addi %%k, %%c1 : index
              %%in = pipeline.slot %%n {depth = %1$d}
              %%out = pipeline.slot %%k {depth = %1$d}
              tile.async_copy %%A[%%n, 0][1, 4] -> %%s[%%in, 0, 0][1, 1, 4] : memref<6x4xf32> to memref<2x1x4xf32, "shared">
              pipeline.commit_group
              pipeline.wait_group %2$d
              tile.copy %%s[%%out, 0, 0][1, 1, 4] -> %%B[%%k, 0][1, 4] : memref<2x1x4xf32, "shared"> to memref<6x4xf32>
            }
          }
          return
        }
        """;
    Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 6, 4));
    Buffer right = Data.room(ElementType.F32, 6, 4);
    Simulation.of(program.formatted(2, 1)).run(a, right);
    assertThat(Data.values(right)).startsWith(Data.values(a)[0], 1, 2, 3).contains(19);
    String race =
        Simulation.of(program.formatted(2, 2)).failure(a, Data.room(ElementType.F32, 6, 4));
    assertThat(race)
        .isEqualTo(
            "16: error: race: reads what an asynchronous copy is still bringing\n"
                + "4: note: the copy began here, and no wait covers it yet");
    // One version: the copy lands on a tile that is still being brought, before it is used.
    assertThat(Simulation.of(program.formatted(1, 1)).failure(a, right))
        .isEqualTo(
            "13: error: race: writes what an asynchronous copy is still using\n"
                + "4: note: the copy began here, and no wait covers it yet");
  }

  @Test
  void copiesLandInAnyOrderButAlwaysTheSameForASeed() {
    // Two copies of one group onto each other would be a race; what a block leaves under way lands.
    String text = program("pipeline.wait_group 1", 0);
    for (int seed = 0; seed < 5; seed++) {
      Buffer one = Data.room(ElementType.F32, 1, 4);
      Buffer two = Data.room(ElementType.F32, 1, 4);
      Simulation.of(text, seed).run(input(), one);
      Simulation.of(text, seed).run(input(), two);
      assertThat(Data.values(one)).isEqualTo(Data.values(two));
    }
  }
}
