// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tile operations against plain loops in Java. */
final class TileOpsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 3", "3, 5", "-1, -2", "4, 0", "100, 100", "-9223372036854775808, 2"})
  void copiesReadZeroOutsideAndWriteNothingThere(long row, long column) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%%A: memref<4x6xf32>, %%B: memref<4x6xf32>) {
              %%r = arith.constant %d : index
              %%c = arith.constant %d : index
              tile.launch grid(%%x = 1) threads(32) {
                %%t = tile.alloc : memref<3x4xf32, "shared">
                tile.copy %%A[%%r, %%c] -> %%t : memref<4x6xf32> to memref<3x4xf32, "shared">
                tile.copy %%t -> %%B[%%r, %%c] : memref<3x4xf32, "shared"> to memref<4x6xf32>
              }
              return
            }
            """
                .formatted(row, column));
    Tensor a = Data.of("iota", 0, ElementType.F32, 4, 6);
    Buffer b = Data.room(ElementType.F32, 4, 6);
    simulation.run(Buffer.of(a), b);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 6; j++) {
        boolean inside = i >= row && i < row + 3 && j >= column && j < column + 4;
        assertThat(b.isWritten(i * 6 + j)).as("%d %d", i, j).isEqualTo(inside);
        if (inside) {
          assertThat(Data.values(b)[i * 6 + j]).isEqualTo(i * 6 + j);
        }
      }
    }
  }

  @Test
  void tilesAreZeroWhereTheyReachOutside() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<2x2xf16>, %B: memref<3x3xf32>) {
              tile.launch grid(%x = 1) threads(32) {
                %t = tile.alloc : memref<3x3xf16, "shared">
                tile.copy %A[1, 0] -> %t : memref<2x2xf16> to memref<3x3xf16, "shared">
                tile.copy %t -> %B[0, 0] : memref<3x3xf16, "shared"> to memref<3x3xf32>
              }
              return
            }
            """);
    Buffer b = Data.room(ElementType.F32, 3, 3);
    simulation.run(Data.buffer(ElementType.F16, new long[] {2, 2}, 1, 2, 3, 4), b);
    assertThat(Data.values(b)).containsExactly(3, 4, 0, 0, 0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "f32, f16, 65520, Infinity",
    "f32, f16, 1.00048828125, 1.0",
    "f32, bf16, 1.00390625, 1.0",
    "f16, f32, 0.0999755859375, 0.0999755859375",
    "i32, i8, 300, 44",
    "f32, i8, -2.7, -2",
    "f32, i8, 1000, 127",
    "f32, ui8, -3, 0",
    "f32, ui8, 255.9, 255",
    "i8, f16, -100, -100",
    "ui8, f32, 200, 200",
    "i32, f32, 16777217, 16777216",
    "i1, f32, 1, 1",
    "f32, f8E4M3FN, 17, 16"
  })
  void copiesConvert(String from, String to, double value, double expected) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%%A: memref<1xTF>, %%B: memref<1xTT>) {
              tile.launch grid(%%x = 1) threads(32) {
                %%t = tile.alloc : memref<1xTF, "shared">
                tile.copy %%A[0] -> %%t : memref<1xTF> to memref<1xTF, "shared">
                tile.copy %%t -> %%B[0] : memref<1xTF, "shared"> to memref<1xTT>
              }
              return
            }
            """
                .formatted()
                .replace("TF", from)
                .replace("TT", to));
    ElementType source = ElementType.find(from).orElseThrow();
    Buffer b = Data.room(ElementType.find(to).orElseThrow(), 1);
    simulation.run(Data.buffer(source, new long[] {1}, value), b);
    assertThat(Data.values(b)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f16 f16 f32",
        "bf16 bf16 f32",
        "f32 f32 f32",
        "f64 f64 f64",
        "f16 f16 f16",
        "i8 i8 i32",
        "ui8 i8 i32",
        "i32 i32 i32",
        "i32 i32 i64",
        "f8E4M3FN f8E5M2 f32"
      })
  void gemmsMultiplyInEveryForm(String types) {
    String[] type = types.split(" ");
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        for (String clear : new String[] {"", "clear(%yes)", "clear(%no)"}) {
          checkGemm(type, ta, tb, clear);
        }
      }
    }
  }

  private static void checkGemm(String[] type, boolean ta, boolean tb, String clear) {
    int m = 5;
    int n = 3;
    int k = 7;
    long[] aShape = ta ? new long[] {k, m} : new long[] {m, k};
    long[] bShape = tb ? new long[] {n, k} : new long[] {k, n};
    String text =
        """
        func.func @f(%A: memref<AS>, %B: memref<BS>, %C: memref<CS>) {
          %yes = arith.constant true
          %no = arith.constant false
          tile.launch grid(%x = 1) threads(32) {
            %a = tile.alloc : memref<2xAS, "shared">
            %b = tile.alloc : memref<BS, "shared">
            %c = tile.alloc : memref<CS, "fragment">
            tile.copy %A[0, 0][AZ] -> %a[1, 0, 0][1, AZ] : memref<AS> to memref<2xAS, "shared">
            tile.copy %B[0, 0] -> %b : memref<BS> to memref<BS, "shared">
            tile.copy %C[0, 0] -> %c : memref<CS> to memref<CS, "fragment">
            tile.gemm %a[1, 0, 0][1, AZ], %b, %c CLEAR {ATTR}
                : memref<2xAS, "shared">, memref<BS, "shared">, memref<CS, "fragment">
            tile.copy %c -> %C[0, 0] : memref<CS, "fragment"> to memref<CS>
          }
          return
        }
        """
            .replace("AZ", aShape[0] + ", " + aShape[1])
            .replace("AS", aShape[0] + "x" + aShape[1] + "x" + type[0])
            .replace("BS", bShape[0] + "x" + bShape[1] + "x" + type[1])
            .replace("CS", m + "x" + n + "x" + type[2])
            .replace("CLEAR", clear)
            .replace(
                "ATTR",
                (ta ? "transpose_a" : "") + (ta && tb ? ", " : "") + (tb ? "transpose_b" : ""));
    Tensor a = Data.of("Z(-2,2)", 1, ElementType.find(type[0]).orElseThrow(), aShape);
    Tensor b = Data.of("Z(-2,2)", 2, ElementType.find(type[1]).orElseThrow(), bShape);
    Tensor c = Data.of("Z(-9,9)", 3, ElementType.find(type[2]).orElseThrow(), m, n);
    Buffer result = Buffer.of(c);
    Simulation.of(text.replace("{}", "")).run(Buffer.of(a), Buffer.of(b), result);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = clear.equals("clear(%yes)") ? 0 : c.value(i * n + j);
        for (int p = 0; p < k; p++) {
          sum += a.value(ta ? p * m + i : i * k + p) * b.value(tb ? j * k + p : p * n + j);
        }
        assertThat(Data.values(result)[i * n + j]).as("%d %d of\n%s", i, j, text).isEqualTo(sum);
      }
    }
  }

  /** All blocks add to the same elements, of which some are outside. */
  @ParameterizedTest
  @CsvSource({
    "i32, i32, 2147483647, 2, -2147483645",
    "f32, f32, 100, 0.5, 101",
    "f32, f16, 2048, 1, 2048",
    "f32, f16, 1, 0.25, 1.5",
    "bf16, bf16, 256, 1, 256",
    "i32, f64, 1, 3, 7",
  })
  void blocksAddToTheSamePlace(String from, String to, double old, double added, double sum) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<4xTF>, %B: memref<3xTT>) {
              tile.launch grid(%x = 2) threads(32) {
                %a = tile.alloc : memref<4xTF, "shared">
                tile.copy %A -> %a : memref<4xTF> to memref<4xTF, "shared">
                tile.atomic_add %a -> %B[1] : memref<4xTF, "shared"> to memref<3xTT>
              }
              return
            }
            """
                .replace("TF", from)
                .replace("TT", to));
    ElementType source = ElementType.find(from).orElseThrow();
    ElementType target = ElementType.find(to).orElseThrow();
    Buffer b = Data.buffer(target, new long[] {3}, old, old, old);
    simulation.run(Data.buffer(source, new long[] {4}, added, added, added, added), b);
    assertThat(Data.values(b)).containsExactly(old, sum, sum);
  }

  /** What lies outside of the target is dropped, the rest compared. */
  @ParameterizedTest
  @CsvSource({
    "max, i32, 5, 3, 5",
    "max, i32, -5, -3, -3",
    "min, i32, -5, 3, -5",
    "max, f32, 1.5, 2.25, 2.25",
    "min, f16, 1.5, 2.25, 1.5",
    "max, f32, NaN, 2.25, NaN",
  })
  void comparesInOnePiece(String what, String type, double old, double given, double result) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<4xT>, %B: memref<3xT>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<4xT, "shared">
                tile.copy %A -> %a : memref<4xT> to memref<4xT, "shared">
                tile.atomic_WHAT %a -> %B[1] : memref<4xT, "shared"> to memref<3xT>
              }
              return
            }
            """
                .replace("WHAT", what)
                .replace("T>", type + ">")
                .replace("T,", type + ","));
    ElementType element = ElementType.find(type).orElseThrow();
    Buffer b = Data.buffer(element, new long[] {3}, old, old, old);
    simulation.run(Data.buffer(element, new long[] {4}, given, given, given, given), b);
    assertThat(Data.values(b)).containsExactly(old, result, result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum  | dim(0)         | 1 2 3 5 7 9",
        "sum  | dim(1)         | 1 3 6 4 9 15",
        "sum  | dim(1) reverse | 6 5 3 15 11 6",
        "prod | dim(1)         | 1 2 6 4 20 120",
        "max  | dim(0) reverse | 4 5 6 4 5 6",
        "min  | dim(1)         | 1 1 1 4 4 4",
      })
  void scansAlongADimension(String kind, String along, String expected) {
    for (String type : new String[] {"f32", "i32"}) {
      Simulation simulation =
          Simulation.of(
              """
              func.func @f(%A: memref<2x3xT>, %B: memref<2x3xT>) {
                tile.launch grid(%x = 1) threads(32) {
                  %a = tile.alloc : memref<2x3xT, "shared">
                  tile.copy %A -> %a : memref<2x3xT> to memref<2x3xT, "shared">
                  tile.scan KIND %a -> %a ALONG : memref<2x3xT, "shared"> to memref<2x3xT, "shared">
                  tile.copy %a -> %B : memref<2x3xT, "shared"> to memref<2x3xT>
                }
                return
              }
              """
                  .replace("xT", "x" + type)
                  .replace("KIND", kind)
                  .replace("ALONG", along));
      ElementType element = ElementType.find(type).orElseThrow();
      Buffer b = Data.room(element, 2, 3);
      simulation.run(Data.buffer(element, new long[] {2, 3}, 1, 2, 3, 4, 5, 6), b);
      double[] numbers =
          Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertThat(Data.values(b)).containsExactly(numbers);
    }
  }

  /** Rounded once for each element: sums made in f16 would stay at 2048. */
  @Test
  void scansRoundOnce() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<4xf16>, %B: memref<4xf16>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<4xf16, "fragment">
                tile.copy %A -> %a : memref<4xf16> to memref<4xf16, "fragment">
                tile.scan sum %a -> %a dim(0) : memref<4xf16, "fragment"> to memref<4xf16, "fragment">
                tile.copy %a -> %B : memref<4xf16, "fragment"> to memref<4xf16>
              }
              return
            }
            """);
    Buffer b = Data.room(ElementType.F16, 4);
    simulation.run(Data.buffer(ElementType.F16, new long[] {4}, 2048, 1, 1, 1), b);
    assertThat(Data.values(b)).containsExactly(2048, 2048, 2050, 2052);
  }

  @Test
  void transposesConvertingElements() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<2x3xf32>, %B: memref<3x2xf16>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<2x3xf32, "fragment">
                %b = tile.alloc : memref<3x2xf16, "shared">
                tile.copy %A -> %a : memref<2x3xf32> to memref<2x3xf32, "fragment">
                tile.transpose %a -> %b : memref<2x3xf32, "fragment"> to memref<3x2xf16, "shared">
                tile.copy %b -> %B : memref<3x2xf16, "shared"> to memref<3x2xf16>
              }
              return
            }
            """);
    Buffer b = Data.room(ElementType.F16, 3, 2);
    simulation.run(Data.buffer(ElementType.F32, new long[] {2, 3}, 1, 2, 3, 4, 5, 6.0001), b);
    assertThat(Data.values(b)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void transposingInPlaceIsARace() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<2x2xf32>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<2x2xf32, "shared">
                tile.copy %A -> %a : memref<2x2xf32> to memref<2x2xf32, "shared">
                tile.transpose %a -> %a : memref<2x2xf32, "shared"> to memref<2x2xf32, "shared">
              }
              return
            }
            """);
    Buffer a = Data.buffer(ElementType.F32, new long[] {2, 2}, 1, 2, 3, 4);
    assertThat(simulation.fail(a).message())
        .isEqualTo("race: transposes [0, 0][2, 2] onto [0, 0][2, 2], which overlap");
  }

  /** What is as near to one tf32 as to the next becomes the one farther from zero. */
  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1.00048828125, 1.0009765625",
    "-1.00048828125, -1.0009765625",
    "1.00048816204071044921875, 1.0",
    "3.4028234e38, Infinity",
    "1.401298464324817e-45, 0",
    "-Infinity, -Infinity",
    "NaN, NaN",
  })
  void operandsAreRoundedToTf32(double given, double rounded) {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<1x1xf32>, %B: memref<1x1xf32>, %C: memref<1x1xf32>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<1x1xf32, "shared">
                %b = tile.alloc : memref<1x1xf32, "shared">
                %c = tile.alloc : memref<1x1xf32, "fragment">
                %yes = arith.constant true
                tile.copy %A -> %a : memref<1x1xf32> to memref<1x1xf32, "shared">
                tile.copy %B -> %b : memref<1x1xf32> to memref<1x1xf32, "shared">
                tile.gemm %a, %b, %c clear(%yes) {tf32}
                    : memref<1x1xf32, "shared">, memref<1x1xf32, "shared">, memref<1x1xf32, "fragment">
                tile.copy %c -> %C : memref<1x1xf32, "fragment"> to memref<1x1xf32>
              }
              return
            }
            """);
    long[] one = {1, 1};
    Buffer left = Data.room(ElementType.F32, 1, 1);
    simulation.run(
        Data.buffer(ElementType.F32, one, given), Data.buffer(ElementType.F32, one, 1), left);
    assertThat(Data.values(left)).containsExactly(rounded);
    Buffer right = Data.room(ElementType.F32, 1, 1);
    simulation.run(
        Data.buffer(ElementType.F32, one, 1), Data.buffer(ElementType.F32, one, given), right);
    assertThat(Data.values(right)).containsExactly(rounded);
  }

  @Test
  void integerGemmsWrapAround() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<1x2xi32>, %C: memref<1x1xi32>) {
              tile.launch grid(%x = 1) threads(32) {
                %a = tile.alloc : memref<1x2xi32, "shared">
                %c = tile.alloc : memref<1x1xi32, "fragment">
                %yes = arith.constant true
                tile.copy %A[0, 0] -> %a : memref<1x2xi32> to memref<1x2xi32, "shared">
                tile.gemm %a, %a, %c clear(%yes) {transpose_b}
                    : memref<1x2xi32, "shared">, memref<1x2xi32, "shared">, memref<1x1xi32, "fragment">
                tile.copy %c -> %C[0, 0] : memref<1x1xi32, "fragment"> to memref<1x1xi32>
              }
              return
            }
            """);
    int x = 2_147_483_647;
    int y = 123_456_789;
    Buffer c = Data.room(ElementType.I32, 1, 1);
    simulation.run(Data.buffer(ElementType.I32, new long[] {1, 2}, x, y), c);
    assertThat(Data.values(c)).containsExactly(x * x + y * y);
  }

  @ParameterizedTest
  @CsvSource({
    "sum, f32, 0",
    "sum, f32, 1",
    "sum, f16, 1",
    "sum, i32, 0",
    "prod, f32, 1",
    "prod, i32, 0",
    "max, f32, 0",
    "max, i8, 1",
    "max, ui8, 0",
    "min, bf16, 1",
    "min, i32, 0",
    "abs_sum, f32, 1",
    "abs_sum, i32, 1",
    "abs_max, f16, 0",
    "abs_max, i32, 0",
    "and, i32, 0",
    "or, i32, 1",
    "xor, i8, 1"
  })
  void reductionsCombine(String kind, String type, int dim) {
    for (boolean accumulate : new boolean[] {false, true}) {
      int rows = 4;
      int columns = 3;
      int left = dim == 0 ? columns : rows;
      String text =
          """
          func.func @f(%A: memref<4x3xT>, %B: memref<LxT>) {
            tile.launch grid(%x = 1) threads(32) {
              %a = tile.alloc : memref<4x3xT, "fragment">
              %b = tile.alloc : memref<LxT, "fragment">
              tile.copy %A[0, 0] -> %a : memref<4x3xT> to memref<4x3xT, "fragment">
              tile.copy %B[0] -> %b : memref<LxT> to memref<LxT, "fragment">
              tile.reduce KIND %a -> %b dim(DIM) ACC : memref<4x3xT, "fragment"> to memref<LxT, "fragment">
              tile.copy %b -> %B[0] : memref<LxT, "fragment"> to memref<LxT>
            }
            return
          }
          """
              .replace("ACC", accumulate ? "accumulate" : "")
              .replace("KIND", kind)
              .replace("DIM", String.valueOf(dim))
              .replace("Lx", left + "x")
              .replace("xT", "x" + type);
      ElementType element = ElementType.find(type).orElseThrow();
      Tensor a = Data.of("Z(-3,3)", 4, element, rows, columns);
      Tensor b = Data.of("Z(-3,3)", 5, element, left);
      Buffer result = Buffer.of(b);
      Simulation.of(text).run(Buffer.of(a), result);
      for (int i = 0; i < left; i++) {
        double expected = accumulate ? b.value(i) : Double.NaN;
        for (int j = 0; j < (dim == 0 ? rows : columns); j++) {
          double next = a.value(dim == 0 ? j * columns + i : i * columns + j);
          next = kind.startsWith("abs") ? Math.abs(next) : next;
          expected = Double.isNaN(expected) ? next : combined(kind, expected, next);
        }
        assertThat(Data.values(result)[i])
            .as("%d of\n%s", i, text)
            .isEqualTo(element.value(element.bits(expected)));
      }
    }
  }

  private static double combined(String kind, double a, double b) {
    return switch (kind) {
      case "sum", "abs_sum" -> a + b;
      case "prod" -> a * b;
      case "max", "abs_max" -> Math.max(a, b);
      case "min" -> Math.min(a, b);
      case "and" -> (long) a & (long) b;
      case "or" -> (long) a | (long) b;
      default -> (long) a ^ (long) b;
    };
  }

  @Test
  void aBlockFillsComputesAndSeesOtherShapes() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%B: memref<?x6xf32>, %n: memref<1xi32>) {
              %c0 = arith.constant 0 : index
              %h = arith.constant 0.5 : f32
              %rows = memref.dim %B, %c0 : memref<?x6xf32>
              tile.launch grid(%x = 3, %y = %rows) threads(32) {
                %t = tile.alloc : memref<2x1xf32, "shared">
                tile.fill %t, %h : memref<2x1xf32, "shared">
                %v = tile.view %t : memref<2x1xf32, "shared"> to memref<1x2xf32, "shared">
                %c2 = arith.constant 2 : index
                %col = arith.muli %x, %c2 : index
                tile.parallel (%i) to (2) {
                  %zero = arith.constant 0 : index
                  %old = memref.load %v[%zero, %i] : memref<1x2xf32, "shared">
                  %place = arith.addi %col, %i : index
                  %row = arith.muli %y, %rows : index
                  %id = arith.addi %row, %place : index
                  %id32 = arith.index_cast %id : index to i32
                  %f = arith.sitofp %id32 : i32 to f32
                  %new = arith.addf %old, %f : f32
                  memref.store %new, %t[%i, %zero] : memref<2x1xf32, "shared">
                }
                tile.copy %v -> %B[%y, %col] : memref<1x2xf32, "shared"> to memref<?x6xf32>
              }
              return
            }
            """);
    Buffer b = Data.room(ElementType.F32, 2, 6);
    simulation.run(b, Data.room(ElementType.I32, 1));
    double[] expected = new double[12];
    for (int i = 0; i < 12; i++) {
      expected[i] = i / 6 * 2 + i % 6 + 0.5;
    }
    assertThat(Data.values(b)).containsExactly(expected);
  }

  @Test
  void viewsShareBytesOfOtherWidths() {
    Simulation simulation =
        Simulation.of(
            """
            func.func @f(%A: memref<4xf16>, %B: memref<2xi32>) {
              tile.launch grid(%x = 1) threads(32) {
                %t = tile.alloc : memref<4xf16, "shared">
                tile.copy %A[0] -> %t : memref<4xf16> to memref<4xf16, "shared">
                %v = tile.view %t : memref<4xf16, "shared"> to memref<2xi32, "shared">
                tile.copy %v -> %B[0] : memref<2xi32, "shared"> to memref<2xi32>
              }
              return
            }
            """);
    Buffer b = Data.room(ElementType.I32, 2);
    simulation.run(Data.buffer(ElementType.F16, new long[] {4}, 1, -2, 0, 0.5), b);
    assertThat(Data.values(b)).containsExactly((int) 0xc0003c00L, 0x38000000);
  }

  @Test
  void castsKeepTheBufferAndCheckItsShape() {
    String text =
        """
        func.func @f(%A: memref<?xf32>) {
          %B = memref.cast %A : memref<?xf32> to memref<4xf32>
          %x = arith.constant 1.0 : f32
          tile.fill %B, %x : memref<4xf32>
          return
        }
        """;
    Buffer right = Data.room(ElementType.F32, 4);
    Simulation.of(text).run(right);
    assertThat(Data.values(right)).containsExactly(1, 1, 1, 1);
    assertThat(Simulation.of(text).failure(Data.room(ElementType.F32, 5)))
        .isEqualTo("2: error: casts a buffer of shape [5] to one of 4 in dimension 0");
  }
}
