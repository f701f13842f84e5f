// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Products of matrices whose sizes only the running program knows: lowered once, executed for many
 * sizes, up to those at which a tile, a vector or a loop ends, and compared bit for bit.
 */
final class DynamicGemmTest {
  private static final String TEXT =
      """
      func.func @gemm(%A: memref<SHAPExf16> PROMISE, %B: memref<SHAPExf16> PROMISE, %C: memref<SHAPExf16> PROMISE)
          attributes {tile.target = "sm_80"} {
        %zero = arith.constant 0.0 : f32
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c32 = arith.constant 32 : index
        %M = memref.dim %C, %c0 : memref<SHAPExf16>
        %N = memref.dim %C, %c1 : memref<SHAPExf16>
        %K = memref.dim %A, KDIM : memref<SHAPExf16>
        %columns = arith.ceildivui %N, %c32 : index
        %rows = arith.ceildivui %M, %c32 : index
        %steps = arith.ceildivui %K, %c32 : index
        tile.launch grid(%bx = %columns, %by = %rows) threads(64) {
          %As = tile.alloc : memref<32x32xf16, "shared">
          %Bs = tile.alloc : memref<32x32xf16, "shared">
          %acc = tile.alloc : memref<32x32xf32, "fragment">
          %m = arith.muli %by, %c32 : index
          %n = arith.muli %bx, %c32 : index
          tile.fill %acc, %zero : memref<32x32xf32, "fragment">
          pipeline.for %k = 0 to %steps stages(STAGES) {
            %kk = arith.muli %k, %c32 : index
            tile.copy %A[AFROM] -> %As : memref<SHAPExf16> to memref<32x32xf16, "shared">
            tile.copy %B[BFROM] -> %Bs : memref<SHAPExf16> to memref<32x32xf16, "shared">
            tile.gemm %As, %Bs, %acc FLAGS : memref<32x32xf16, "shared">, memref<32x32xf16, "shared">, memref<32x32xf32, "fragment">
          }
          tile.copy %acc -> %C[%m, %n] : memref<32x32xf32, "fragment"> to memref<SHAPExf16>
        }
        return
      }
      """;

  /** How the operands are stored, and what callers promise. */
  private record Kernel(boolean transposesA, boolean transposesB, int stages, int divisor) {
    static Kernel of(String form, int stages, int divisor) {
      return new Kernel(form.charAt(0) == 'T', form.charAt(1) == 'T', stages, divisor);
    }

    LoweredKernel lower() {
      List<String> flags = new ArrayList<>();
      if (transposesA) {
        flags.add("transpose_a");
      }
      if (transposesB) {
        flags.add("transpose_b");
      }
      return LoweredKernel.of(
          TEXT.replace("PROMISE", divisor == 1 ? "" : "{tile.divisible = [1, " + divisor + "]}")
              .replace("SHAPE", "?x?")
              .replace("KDIM", transposesA ? "%c0" : "%c1")
              .replace("AFROM", transposesA ? "%kk, %m" : "%m, %kk")
              .replace("BFROM", transposesB ? "%n, %kk" : "%kk, %n")
              .replace("FLAGS", flags.isEmpty() ? "" : "{" + String.join(", ", flags) + "}")
              .replace("STAGES", "" + stages));
    }
  }

  /** Nothing promised: elements one by one, at every odd size. */
  @ParameterizedTest
  @CsvSource({"NT, 3", "NN, 2", "TN, 4", "TT, 0", "NT, 1"})
  void anySizesAreRight(String form, int stages) {
    Kernel kind = Kernel.of(form, stages, 1);
    LoweredKernel kernel = kind.lower();
    assertThat(kernel.errors()).isEmpty();
    for (int[] size :
        new int[][] {
          {1, 1, 1},
          {7, 16, 63},
          {16, 7, 64},
          {63, 65, 7},
          {64, 33, 65},
          {65, 1, 130},
          {5, 64, 16},
          {33, 31, 0}
        }) {
      check(kernel, kind, size[0], size[1], size[2]);
    }
  }

  /** Rows of 8 elements promised: 16 bytes at once. */
  @ParameterizedTest
  @CsvSource({"NT, 3", "NN, 4", "TN, 2", "TT, 3", "NT, 0"})
  void promisedSizesAreRightInVectors(String form, int stages) {
    Kernel kind = Kernel.of(form, stages, 8);
    LoweredKernel kernel = kind.lower();
    assertThat(kernel.errors()).isEmpty();
    for (int[] size :
        new int[][] {
          {8, 8, 8},
          {16, 64, 40},
          {64, 8, 64},
          {72, 40, 136},
          {8, 72, 0},
          {40, 32, 32},
          {32, 64, 96}
        }) {
      check(kernel, kind, size[0], size[1], size[2]);
    }
  }

  @Test
  void promisesMakeWideCopies() {
    List<CpAsyncOp> wide = Kernel.of("NT", 3, 8).lower().all(CpAsyncOp.class);
    assertThat(wide).isNotEmpty().allMatch(copy -> copy.bytes().longValue() == 16);
    List<CpAsyncOp> narrow = Kernel.of("NT", 3, 2).lower().all(CpAsyncOp.class);
    assertThat(narrow).isNotEmpty().allMatch(copy -> copy.bytes().longValue() == 4);
    LoweredKernel single = Kernel.of("NT", 3, 1).lower();
    assertThat(single.all(CpAsyncOp.class)).isEmpty();
    assertThat(single.all(LdOp.class)).isNotEmpty();
    assertThat(single.remarks())
        .anyMatch(remark -> remark.contains("threads wait for this copy"))
        .anyMatch(remark -> remark.contains("'tile.divisible' on the argument can promise"));
  }

  private static void check(LoweredKernel kernel, Kernel kind, int m, int n, int k) {
    int[][] sizes = {
      kind.transposesA ? new int[] {k, m} : new int[] {m, k},
      kind.transposesB ? new int[] {n, k} : new int[] {k, n},
      {m, n}
    };
    Block entry = kernel.function().region(0).entry();
    Map<Value, Long> places = new LinkedHashMap<>();
    Map<Value, long[]> shapes = new LinkedHashMap<>();
    long end = 0;
    for (int i = 0; i < sizes.length; i++) {
      end = Math.ceilDiv(end, 16) * 16;
      places.put(entry.argument(i), end);
      shapes.put(entry.argument(i), new long[] {sizes[i][0], sizes[i][1]});
      end += (long) Short.BYTES * sizes[i][0] * sizes[i][1];
    }
    // What is no element is NaN: whoever reads beside a tensor is found out.
    ByteBuffer memory = SimulatedLaunch.buffer((int) end);
    for (int i = 0; i < end / Short.BYTES; i++) {
      memory.putShort(Short.BYTES * i, (short) 0x7fff);
    }
    for (int operand = 0; operand < 2; operand++) {
      long at = places.get(entry.argument(operand));
      for (int i = 0; i < sizes[operand][0] * sizes[operand][1]; i++) {
        memory.putShort((int) at + Short.BYTES * i, Float.floatToFloat16(datum(operand, i)));
      }
    }
    SimulatedLaunch.run(kernel.all(LaunchOp.class).getFirst(), memory, places, shapes);
    long at = places.get(entry.argument(2));
    for (int i = 0; i < m * n; i++) {
      assertThat(Float.float16ToFloat(memory.getShort((int) at + Short.BYTES * i)))
          .as("%s of %dx%dx%d at %d", kind, m, n, k, i)
          .isEqualTo(expected(kind, sizes, k, i / n, i % n));
    }
  }

  private static float expected(Kernel kind, int[][] sizes, int k, int i, int j) {
    float sum = 0;
    for (int step = 0; step < k; step++) {
      int left = kind.transposesA ? step * sizes[0][1] + i : i * sizes[0][1] + step;
      int right = kind.transposesB ? j * sizes[1][1] + step : step * sizes[1][1] + j;
      sum += datum(0, left) * datum(1, right);
    }
    return sum;
  }

  private static float datum(int operand, int i) {
    int hash = ((i * 31 + operand * 17) * 0x9E3779B1) >>> 8;
    return hash % 5 - 2;
  }
}
