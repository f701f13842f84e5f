// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Npy;
import dev.azulejo.simulator.data.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool on programs that are right, and on ones that are not. */
final class TileRunTest {
  private static final String GEMM = GemmText.small().text();

  @Test
  void aRightProgramIsBitExact() {
    assertThat(Ran.of(GEMM))
        .isEqualTo(
            new Ran(
                0, "C: bit-exact with @gemm_reference (exact, 480 elements, max error 0.0)\n", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "f16, f16",
    "bf16, bf16",
    "f16, f32",
    "bf16, f32",
    "f32, f32",
    "i8, i32",
    "f8E4M3FN, f16"
  })
  void allTypesAndAnyShapeAreBitExact(String type, String result) {
    for (int[] size : new int[][] {{16, 16, 8}, {32, 16, 24}, {17, 15, 9}, {1, 1, 1}}) {
      GemmText gemm = GemmText.small().withTypes(type, result).withSizes(size[0], size[1], size[2]);
      Ran ran = Ran.of(gemm.text(), "-", "--repeat=3");
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out()).startsWith("C: bit-exact with @gemm_reference (exact, ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'%kk = arith.muli %k, %bk', '%kk = arith.muli %k, %bn'",
    "'%bk = arith.constant 8', '%bk = arith.constant 7'",
    "'pipeline.for %k = 0 to 4', 'pipeline.for %k = 0 to 3'",
    "'pipeline.for %k = 0 to 4', 'pipeline.for %k = 1 to 4'",
    "'constant 0.0 : f32', 'constant 1.0 : f32'",
    "'grid(%x = 2', 'grid(%x = 1'"
  })
  void aChangedConstantIsFound(String right, String wrong) {
    assertThat(GEMM).contains(right);
    Ran ran = Ran.of(GEMM.replaceFirst(Pattern.quote(right), wrong));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("<stdin>:1:")
        .contains(": error: 'C' differs from @gemm_reference");
  }

  @Test
  void aDifferenceShowsTheFirstAndTheWorstElement() {
    Ran ran =
        Ran.of(
            """
            func.func @f(%A: memref<4xi32>) attributes {tile.reference = @g} {
              %c = arith.constant 5 : i32
              tile.fill %A, %c : memref<4xi32>
              return
            }
            func.func private @g(%A: memref<4xi32>) {
              %c = arith.constant 5 : i32
              %x = arith.constant 7 : i32
              %y = arith.constant -7 : i32
              tile.fill %A, %c : memref<4xi32>
              tile.fill %A[1][1], %x : memref<4xi32>
              tile.fill %A[3][1], %y : memref<4xi32>
              return
            }
            """);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            """
            <stdin>:1:14: error: 'A' differs from @g by exact: 2 of 4 elements \
            differ, first at [1]: 5 instead of 7, worst at [3]: 5 instead of -7, max error 12.0 \
            (relative 1.7142857142857142)
            func.func @f(%A: memref<4xi32>) attributes {tile.reference = @g} {
                         ^
            """);
  }

  @Test
  void elementsThatNobodyWroteAreDifferences() {
    String text =
        """
        func.func @f(%A: memref<4xf32>) attributes {tile.reference = @g} {
          %n = arith.constant 0x7FC00000 : f32
          tile.fill %A[0][3], %n : memref<4xf32>
          return
        }
        func.func private @g(%A: memref<4xf32>) {
          %n = arith.constant 0x7FC00000 : f32
          tile.fill %A, %n : memref<4xf32>
          return
        }
        """;
    assertThat(Ran.of(text).err())
        .contains(
            "'A' differs from @g: element [3] is never written; 1 of 4 elements are written by one"
                + " alone");
    assertThat(
            Ran.of(text.replace("@f", "@h").replace("@g", "@f").replace("@h", "@g"), "--entry=g"))
        .extracting(Ran::status)
        .isEqualTo(1);
  }

  @Test
  void filesGoInAndOut(@TempDir Path folder) throws IOException {
    String text =
        """
        func.func @double(%A: memref<2x?xf16>, %B: memref<2x?xf16>, %by: f16) -> index {
          %c0 = arith.constant 0 : index
          %c1 = arith.constant 1 : index
          %c2 = arith.constant 2 : index
          %n = memref.dim %A, %c1 : memref<2x?xf16>
          scf.for %i = %c0 to %c2 step %c1 {
            scf.for %j = %c0 to %n step %c1 {
              %x = memref.load %A[%i, %j] : memref<2x?xf16>
              %y = arith.mulf %x, %by : f16
              memref.store %y, %B[%i, %j] : memref<2x?xf16>
            }
          }
          return %n : index
        }
        """;
    Tensor a = new Tensor("A", ElementType.F16, 2, 3);
    Tensor expected = new Tensor("E", ElementType.F16, 2, 3);
    for (int i = 0; i < 6; i++) {
      a.setValue(i, i - 2.5);
      expected.setValue(i, 2 * i - 5);
    }
    Files.write(folder.resolve("a.npy"), Npy.write(a));
    Files.write(folder.resolve("e.npy"), Npy.write(expected));
    Files.writeString(folder.resolve("p.tir"), text);
    Ran ran =
        Ran.in(
            folder,
            "",
            "p.tir",
            "--input=A=a.npy",
            "--shape=%B=2x3",
            "--input=by=2",
            "--output=1=b.npy",
            "--reference=B=e.npy",
            "--print",
            "--compare=bits");
    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                """
                B: f16[2, 3] =
                [[-5.0, -3.0, -1.0],
                 [1.0, 3.0, 5.0]]
                result0: i64[] =
                3
                B: bit-exact with 'e.npy' (bits, 6 elements, max error 0.0)
                """,
                ""));
    assertThat(Files.readAllBytes(folder.resolve("b.npy"))).isEqualTo(Npy.write(expected));
    Files.write(folder.resolve("e.npy"), Npy.write(a));
    assertThat(
            Ran.in(
                folder,
                "",
                "p.tir",
                "--input=A=a.npy",
                "--shape=B=2x3",
                "--input=by=2",
                "--reference=B=e.npy"))
        .matches(
            wrong -> wrong.status() == 1 && wrong.err().contains("'B' differs from 'e.npy' by "));
  }

  @Test
  void aProgramWithoutReferenceSaysSo() {
    Ran ran = Ran.of("func.func @f() { return }");
    assertThat(ran)
        .isEqualTo(
            new Ran(0, "@f: ran, and is compared with nothing: it names no reference\n", ""));
  }

  @Test
  void dataFollowTheSeed() {
    String text =
        """
        func.func @f(%A: memref<3xf32> {tile.data = "U(0,1)"}) {
          return
        }
        """;
    Ran zero = Ran.of(text, "--print=A");
    assertThat(zero.out()).startsWith("A: f32[3] =\n[0.8833108, 0.43152797, ");
    assertThat(Ran.of(text, "--print=A", "--seed=1").out()).isNotEqualTo(zero.out());
    assertThat(Ran.of(text, "--print=A", "--input=A=iota").out())
        .startsWith("A: f32[3] =\n[0.0, 1.0, 2.0]\n");
  }

  @Test
  void dataThatAreNoIntegersAreComparedWithATolerance() {
    String text = GEMM.replace("Z(-2,2)", "U(-1,1)");
    assertThat(Ran.of(text).out()).contains("with @gemm_reference (close(0.01,0.01), 480 elements");
    String own =
        text.replace(
            "%C: memref<20x24xf16>)\n    attr",
            "%C: memref<20x24xf16> {tile.accept = \"ulp(1)\"})\n    attr");
    assertThat(Ran.of(own).out()).contains("(ulp(1), 480 elements");
    assertThat(Ran.of(own, "--compare=sim(1e-6)").out()).contains("(sim(1.0E-6), 480 elements");
  }

  @Test
  void resultsThatDependOnTheScheduleAreFound() {
    Ran ran =
        Ran.of(
            """
            func.func @f(%A: memref<1xi32>) {
              tile.launch grid(%x = 64) threads(32) {
                %c0 = arith.constant 0 : index
                %i = arith.index_cast %x : index to i32
                memref.store %i, %A[%c0] : memref<1xi32>
              }
              return
            }
            """,
            "--repeat=5");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("1:1: error: results depend on the schedule: seed ");
  }

  @Test
  void progressIsShownAndWipedOff() {
    Ran ran = Ran.of(GEMM, "--progress=always");
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).contains("] 4 of 4 blocks").endsWith("\r");
    assertThat(Ran.of(GEMM, "--progress=never").err()).isEmpty();
  }

  @Test
  void stepsAreShownWhereThereAreNoBlocks() {
    Ran ran =
        Ran.of(
            """
            func.func @f() {
              %c0 = arith.constant 0 : index
              %c1 = arith.constant 1 : index
              %n = arith.constant 20000000 : index
              scf.for %i = %c0 to %n step %c1 {
              }
              return
            }
            """,
            "--progress=always");
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).contains("\rrunning, 1 million steps").endsWith("\r");
  }

  @Test
  void helpIsGiven() {
    Ran ran = Ran.of("", "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Usage: tile-run [options] <file>").contains("--schedule-seed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nothing",
        "a b",
        "--on=moon",
        "--seed=x",
        "--shape=A=3y",
        "--input=A",
        "--input=Z=1",
        "--repeat=0",
        "--rung=9",
        "--rung=1 --pass-pipeline=builtin.module(cse)",
        "--on=cuda --rung=3",
        "--time=3",
        "--on=cuda --time=-1",
        "--pass=cse --report=long",
        "--compare=near",
        "--pass=cse --pass-pipeline=builtin.module(cse)",
        "--pass=no-such-pass",
        "--output=Z=f.npy",
        "--print=Z",
        "--progress=often",
        "--input=A=1 --input=A=2",
        "--target=sm80",
        "no-such-file.tir",
        "--reference=Z=f.npy"
      })
  void wrongArgumentsAreStatusOne(String arguments) {
    String text = "func.func @f(%A: memref<2x2xf32> {tile.data = \"iota\"}) { return }";
    Ran ran = Ran.of(text, arguments.split(" "));
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).contains("tile-run: ");
  }
}
