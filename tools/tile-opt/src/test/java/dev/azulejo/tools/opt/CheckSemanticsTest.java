// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions are run before the passes and behind each; the first pass that is wrong is named. */
class CheckSemanticsTest {
  private static final String DIFFERENCES =
      """
      func.func @left(%a: memref<4xi32>, %b: memref<4xi32>) {
        %c0 = arith.constant 0 : index
        %x = memref.load %a[%c0] : memref<4xi32>
        %c7 = arith.constant 7 : i32
        %d = arith.subi %x, %c7 : i32
        memref.store %d, %b[%c0] : memref<4xi32>
        return
      }
      func.func @same(%x: i32) -> i32 {
        %d = arith.subi %x, %x : i32
        return %d : i32
      }
      """;

  private static final String COPIES =
      """
      func.func @copies(%A: memref<32x8xf16> {tile.data = "Z(-9,9)"}, %B: memref<32x8xf16>)
          attributes {tile.target = "sm_80"} {
        tile.launch grid(%x = 1) threads(32) {
          %s = tile.alloc : memref<4x8xf16, "shared">
          pipeline.for %k = 0 to 8 stages(2) {
            tile.copy %A[%k, 0] -> %s : memref<32x8xf16> to memref<4x8xf16, "shared">
            tile.copy %s -> %B[%k, 0] : memref<4x8xf16, "shared"> to memref<32x8xf16>
          }
        }
        return
      }
      """;

  @TempDir private Path folder;

  private Outcome check(String text, String passes, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "--check-semantics";
    args[1] = "--pass=" + passes;
    System.arraycopy(more, 0, args, 2, more.length);
    return Outcome.of(folder, text, args);
  }

  @Test
  void whatKeepsResultsGoesThroughInSilence() {
    Outcome outcome = check(COPIES, "sw-pipeline,canonicalize,cse");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("tile.async_copy");
    assertThat(outcome.out())
        .isEqualTo(Outcome.of(folder, COPIES, "--pass=sw-pipeline,canonicalize,cse").out());
  }

  @Test
  void theFirstPassThatChangesAResultIsNamed() {
    Outcome outcome = check(DIFFERENCES, "test-mark,test-swap,test-swap,cse");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    // The second time makes it right again; what is wrong has been said by then.
    assertThat(outcome.err().lines().filter(line -> line.contains("error:")))
        .singleElement()
        .asString()
        .startsWith(
            "<stdin>:1:1: error: the pass 'test-swap' changes what the function computes: of 'b' 1"
                + " of 4 elements differ, first at [0]");
  }

  @Test
  void aPassThatMakesARaceIsNamed() {
    Outcome outcome = check(COPIES, "sw-pipeline,test-forget-waits,cse");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("error: race: reads what an asynchronous copy is still bringing")
        .contains("<stdin>:1:1: error: the pass 'test-forget-waits' makes that happen");
  }

  @Test
  void withoutTheCheckNobodyNotices() {
    assertThat(Outcome.of(folder, DIFFERENCES, "--pass=test-swap").status()).isZero();
  }

  @Test
  void aCalledFunctionIsCheckedThroughItsCaller() {
    String text =
        """
        func.func private @difference(%x: i32, %y: i32) -> i32 {
          %d = arith.subi %x, %y : i32
          return %d : i32
        }
        func.func @caller(%x: i32) -> i32 {
          %c9 = arith.constant 9 : i32
          %d = func.call @difference(%x, %c9) : (i32, i32) -> i32
          return %d : i32
        }
        """;
    Outcome outcome = check(text, "test-swap");
    assertThat(outcome.err())
        .startsWith("<stdin>:5:1: error: the pass 'test-swap' changes what the function computes");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void whatCannotBeRunIsSaid() {
    String text =
        """
        func.func @unknown_shape(%a: memref<?xf32>) { return }
        func.func @no_data(%t: tensor<4xf32>) { return }
        func.func @outside(%a: memref<4xi32>, %o: memref<4xi32>) {
          %c9 = arith.constant 9 : index
          %x = memref.load %a[%c9] : memref<4xi32>
          return
        }
        """;
    Outcome outcome = check(text, "canonicalize");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err().lines().filter(line -> line.contains("remark:")))
        .hasSize(3)
        .allMatch(line -> line.endsWith("remark: not checked: it can't be run as it stands"));
    assertThat(outcome.err())
        .contains("1:26: note: 'a' has a shape that only the caller knows\n")
        .contains("note: there are no data for an argument of type 'tensor<4xf32>'");
    assertThat(check(text, "canonicalize", "--remarks=error").status()).isEqualTo(1);
  }

  @Test
  void eachPieceOfASplitInputIsCheckedAlone() {
    Outcome outcome = check(COPIES + "// -----\n" + DIFFERENCES, "test-swap", "--split-input-file");
    assertThat(outcome.err()).startsWith("<stdin>:13:1: error: the pass 'test-swap' changes");
    assertThat(outcome.status()).isEqualTo(1);
  }
}
