// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products with sparse matrices against plain loops over the matrix with its zeros. */
final class SparseProductTest {
  private static final int M = 6;
  private static final int N = 5;
  private static final int K = 64;

  private static final String PROGRAM =
      """
      func.func @f(%A: memref<6x32xT>, %E: memref<6xWxU>, %B: memref<BxT>, %C: memref<6x5xR>) {
        tile.launch grid(%x = 1) threads(32) {
          %a = tile.alloc : memref<6x32xT, "shared">
          %e = tile.alloc : memref<6xWxU, "shared">
          %b = tile.alloc : memref<BxT, "shared">
          %c = tile.alloc : memref<6x5xR, "fragment">
          tile.copy %A -> %a : memref<6x32xT> to memref<6x32xT, "shared">
          tile.copy %E -> %e : memref<6xWxU> to memref<6xWxU, "shared">
          tile.copy %B -> %b : memref<BxT> to memref<BxT, "shared">
          tile.copy %C -> %c : memref<6x5xR> to memref<6x5xR, "fragment">
          tile.gemm_sp %a, %e, %b, %c OPTIONS : memref<6x32xT, "shared">, memref<6xWxU, "shared">,
              memref<BxT, "shared">, memref<6x5xR, "fragment">
          tile.copy %c -> %C : memref<6x5xR, "fragment"> to memref<6x5xR>
        }
        return
      }
      """;

  private static Simulation program(
      String type, String words, int count, String sums, boolean transposed) {
    return Simulation.of(
        PROGRAM
            .replace("BxT", (transposed ? "5x64x" : "64x5x") + type)
            .replace("xT", "x" + type)
            .replace("6xWxU", "6x" + count + "x" + words)
            .replace("xR", "x" + sums)
            .replace("OPTIONS", transposed ? "{transpose_b}" : ""));
  }

  @ParameterizedTest
  @CsvSource({
    "f16, i8, f32, false",
    "f16, i16, f32, true",
    "f16, i32, f16, false",
    "bf16, i16, f32, false",
    "f8E4M3FN, i8, f32, true",
    "f8E5M2, i32, f16, true",
    "i8, i16, i32, true",
    "f32, i8, f32, false",
    "f32, i16, f32, true",
    "f32, i32, f32, true",
  })
  void multipliesWhatIsKept(String type, String words, String sums, boolean transposed) {
    int group = type.equals("f32") ? 2 : 4;
    int bits = Integer.parseInt(words.substring(1));
    int perWord = bits / 4;
    int count = K / group / perWord;
    var random = new SplittableRandom(7);
    double[] dense = new double[M * K];
    double[] kept = new double[M * K / 2];
    double[] metadata = new double[M * count];
    long[] bitsOf = new long[M * count];
    for (int g = 0; g < M * K / group; g++) {
      // Of four, at most two are not zero; now and then fewer are.
      int first = random.nextInt(group == 4 ? 3 : 2);
      int second = group == 4 ? random.nextInt(first + 1, 4) : first;
      dense[g * group + first] = random.nextInt(-2, 3);
      if (group == 4) {
        dense[g * group + second] = random.nextInt(-2, 3);
        kept[2 * g] = dense[g * group + first];
        kept[2 * g + 1] = dense[g * group + second];
      } else {
        kept[g] = dense[g * group + first];
      }
      long code = group == 4 ? first | (second << 2) : first == 0 ? 4 : 14;
      bitsOf[g / perWord] |= code << (4 * (g % perWord));
    }
    for (int i = 0; i < metadata.length; i++) {
      metadata[i] = bitsOf[i] << (Long.SIZE - bits) >> (Long.SIZE - bits);
    }
    double[] right = new double[K * N];
    Arrays.setAll(right, _ -> random.nextInt(-2, 3));
    double[] sum = new double[M * N];
    Arrays.setAll(sum, i -> i % 3);
    double[] expected = sum.clone();
    for (int i = 0; i < M; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 0; k < K; k++) {
          expected[i * N + j] += dense[i * K + k] * right[transposed ? j * K + k : k * N + j];
        }
      }
    }
    ElementType element = ElementType.find(type).orElseThrow();
    Buffer c = Data.buffer(ElementType.find(sums).orElseThrow(), new long[] {M, N}, sum);
    program(type, words, count, sums, transposed)
        .run(
            Data.buffer(element, new long[] {M, K / 2}, kept),
            Data.buffer(ElementType.find(words).orElseThrow(), new long[] {M, count}, metadata),
            Data.buffer(element, transposed ? new long[] {N, K} : new long[] {K, N}, right),
            c);
    assertThat(Data.values(c)).containsExactly(expected);
  }

  /** What no group can say is found, and where: it is what overwritten metadata look like. */
  @Test
  void whatMeansNothingIsAnError() {
    double[] metadata = new double[M * 8];
    Arrays.fill(metadata, 0x44);
    metadata[3 * 8 + 1] = 0x4A;
    assertThat(failure("f16", 8, metadata))
        .isEqualTo(
            "11: error: E has 10 for group 2 of row 3, which means nothing: the places of two"
                + " neighbours ascend");
    double[] pairs = new double[M * 16];
    Arrays.fill(pairs, 0x44);
    pairs[0] = 0x54;
    assertThat(failure("f32", 16, pairs))
        .isEqualTo(
            "11: error: E has 5 for group 1 of row 0, which means nothing: a pair has 4 or 14");
  }

  private static String failure(String type, int count, double[] metadata) {
    ElementType element = ElementType.find(type).orElseThrow();
    return program(type, "i8", count, "f32", false)
        .failure(
            Data.buffer(element, new long[] {M, K / 2}, new double[M * K / 2]),
            Data.buffer(ElementType.find("i8").orElseThrow(), new long[] {M, count}, metadata),
            Data.buffer(element, new long[] {K, N}, new double[K * N]),
            Data.buffer(ElementType.F32, new long[] {M, N}, new double[M * N]));
  }
}
