// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not be touched is found out, with its place. */
final class MemoryFaultsTest {
  private static final String PROGRAM =
      """
      func.func @f(%A: memref<4x4xf32>, %N: memref<4x4xf32>) {
        %c1 = arith.constant 1 : index
        %c4 = arith.constant 4 : index
        %m1 = arith.constant -1 : index
        %x = arith.constant 1.0 : f32
        tile.launch grid(%bx = 1) threads(32) {
          %s = tile.alloc : memref<2x4xf32, "shared">
          %t = tile.alloc : memref<4x4xf32, "fragment">
          OPERATION
        }
        return
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %v = memref.load %A[%c1, %c4] : memref<4x4xf32>\
          | accesses element [1, 4] of a buffer of shape [4, 4]
          memref.store %x, %A[%m1, %c1] : memref<4x4xf32>\
          | accesses element [-1, 1] of a buffer of shape [4, 4]
          %v = memref.load %N[%c1, %c1] : memref<4x4xf32>\
          | reads element [1, 1] of a buffer, which was never written
          tile.copy %N[2, 2] -> %s : memref<4x4xf32> to memref<2x4xf32, "shared">\
          | reads element [2, 2] of a buffer, which was never written
          tile.copy %s -> %N[0, 0] : memref<2x4xf32, "shared"> to memref<4x4xf32>\
          | reads element [0, 0] of a buffer, which was never written
          tile.fill %s[%c1, 0][2, 4], %x : memref<2x4xf32, "shared">\
          | writes [1, 0][2, 4] of a buffer of shape [2, 4]
          tile.fill %s[%m1, 0][2, 4], %x : memref<2x4xf32, "shared">\
          | writes [-1, 0][2, 4] of a buffer of shape [2, 4]
          tile.gemm %s, %t, %s : memref<2x4xf32, "shared">, memref<4x4xf32, "fragment">, \
          memref<2x4xf32, "shared"> | reads element [0, 0] of a buffer, which was never written
          tile.reduce sum %t -> %s[0, 0][1, 4] dim(0) : memref<4x4xf32, "fragment"> to \
          memref<2x4xf32, "shared"> | reads element [0, 0] of a buffer, which was never written
          tile.copy %A[0, 0][2, 4] -> %A[1, 0][2, 4] : memref<4x4xf32> to memref<4x4xf32>\
          | race: copies [0, 0][2, 4] onto [1, 0][2, 4], which overlap
          tile.launch grid(%z = 1) threads(32) { } | a block can't launch blocks
          """)
  void faultsAreFound(String operation, String message) {
    Simulation simulation = Simulation.of(PROGRAM.replace("OPERATION", operation));
    Buffer a = Buffer.of(Data.of("iota", 0, ElementType.F32, 4, 4));
    assertThat(simulation.failure(a, Data.room(ElementType.F32, 4, 4)))
        .isEqualTo("9: error: " + message);
  }
}
