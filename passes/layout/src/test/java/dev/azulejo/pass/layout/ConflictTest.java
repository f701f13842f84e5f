// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.diag.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Demands that can't both be met, and what is said about them. */
class ConflictTest {

  /** The accumulator of a product as the operand of another one, which wants it in more threads. */
  @Test
  void bothConstraintsAndAPicture() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf16>
                %p = tile.alloc : R<64x64xf16>
                %acc = tile.alloc : R<64x64xf16>
                tile.gemm %a, %a, %p : S<64x64xf16>, S<64x64xf16>, R<64x64xf16>
                tile.gemm %a, %p, %acc : S<64x64xf16>, R<64x64xf16>, R<64x64xf16>
                """)
            .infer();
    assertThat(block.errors()).containsExactly("'tile.alloc' op can't have two layouts");
    List<Diagnostic> notes = block.notes();
    assertThat(notes).hasSize(3);
    assertThat(notes.get(0).message())
        .startsWith("asked for here, as the accumulator of a matrix product: [64, 64] -> (");
    assertThat(notes.get(1).message())
        .startsWith("asked for here, as operand B of a matrix product: [64, 64] -> (");
    assertThat(notes.get(0).location().toString()).isNotEqualTo(notes.get(1).location().toString());
    assertThat(notes.get(2).message())
        .startsWith("they differ first at the element (0, 0):\n")
        .contains("   1  4:0  4:1  5:0  5:1  6:0  6:1  7:0  7:1 ...\n")
        .contains("    1  0:1+  4:1+  8:1+ 12:1+ 16:1+ 20:1+ 24:1+ 28:1+ ...\n");
  }

  @Test
  void whatTheProgramLaysDownAgainstAProduct() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf16>
                %p = tile.alloc {layout = #tile.layout<[64, 64] -> (d0 floordiv 2) threads (d0 mod 2 * 64 + d1)>} : R<64x64xf32>
                tile.gemm %a, %a, %p : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                """)
            .infer();
    assertThat(block.errors()).containsExactly("'tile.alloc' op can't have two layouts");
    assertThat(block.notes().getFirst().message())
        .startsWith("asked for here, for the program lays it down: ");
  }

  /** A reduction of an accumulator into another layout than its own. */
  @Test
  void aReductionElsewhere() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf16>
                %p = tile.alloc : R<64x64xf32>
                %m = tile.alloc {layout = #tile.layout<[64] -> (0) threads (d0)>} : R<64xf32>
                tile.gemm %a, %a, %p : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                tile.reduce max %p -> %m dim(1) : R<64x64xf32> to R<64xf32>
                """)
            .infer();
    assertThat(block.errors())
        .containsExactly(
            "'tile.reduce' op has its results in other threads than those that the target is spread"
                + " over");
    assertThat(block.notes().getLast().message())
        .isEqualTo("reduce to a buffer in shared memory, and copy from there");
  }

  @Test
  void aConstantElementThatIsNotTheFirst() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<4xf32>
                tile.parallel (%a) to (64) {
                  %y = memref.load %v[%c1] : R<4xf32>
                  memref.store %y, %V[%a] : memref<256xf32>
                }
                """)
            .infer();
    assertThat(block.errors())
        .containsExactly(
            "'memref.load' op accesses the element [1] of a fragment at every point; the first"
                + " element alone can be meant for all threads");
  }

  /** An inner serial loop over a dimension that is spread over threads. */
  @Test
  void aSerialLoopOverASpreadDimension() {
    Block block =
        Block.of(
                """
                %a = tile.alloc : S<64x64xf16>
                %p = tile.alloc : R<64x64xf32>
                tile.gemm %a, %a, %p : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
                tile.parallel (%r) to (64) {
                  scf.for %s = %c0 to %c64 step %c1 {
                    %y = memref.load %p[%r, %s] : R<64x64xf32>
                    memref.store %y, %F[%r, %s] : memref<256x256xf32>
                  }
                }
                """)
            .infer();
    assertThat(block.errors())
        .containsExactly(
            "'memref.load' op can't access the fragment as it is spread over threads: dimension 1"
                + " is spread over threads, but its index is not known beforehand");
    assertThat(block.notes().getFirst().message())
        .startsWith("it is spread so as the accumulator of a matrix product: ");
  }

  @Test
  void buffersThatCantHaveLayouts() {
    for (String type : new String[] {"S<0x4xf16>", "S<" + "1x".repeat(17) + "f16>"}) {
      Block block = Block.of("%a = tile.alloc : " + type + "\n");
      assertThat(block.infer().errors())
          .containsExactly(
              "'tile.alloc' op can't have a layout: it has no elements or too many dimensions");
    }
  }

  @Test
  void aLoopWithoutPointsNeedsNone() {
    Block block =
        Block.of(
                """
                %v = tile.alloc : R<4xf32>
                tile.parallel (%p) to (0) {
                  memref.store %x, %v[%p] : R<4xf32>
                }
                """)
            .infer()
            .quietly();
    assertThat(block.parallel(0).layout()).isEmpty();
    assertThat(block.fragment(0).inputShape().count()).isEqualTo(4);
  }

  @Test
  void twoElementsInOnePlace() {
    Block block =
        Block.of(
                """
                %a = tile.alloc {layout = #tile.layout<[8, 8] -> (d0 * 4 + d1)>} : S<8x8xf16>
                """)
            .infer();
    assertThat(block.errors())
        .containsExactly(
            "'tile.alloc' op has a layout that puts two elements in one place: (0, 4) and (1, 0)"
                + " both lie at (4)");
  }
}
