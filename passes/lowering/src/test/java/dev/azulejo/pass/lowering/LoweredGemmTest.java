// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrix products, lowered to what threads do, executed, and compared bit for bit. */
final class LoweredGemmTest {
  private static final String TEXT =
      """
      func.func @gemm(%A: memref<AxTYPE>, %B: memref<BxTYPE>, %C: memref<CxTYPE>)
          attributes {tile.target = "sm_80"} {
        %zero = arith.constant 0.0 : f32
        %ck = arith.constant TK : index
        %cm = arith.constant TM : index
        %cn = arith.constant TN : index
        tile.launch grid(%bx = GX, %by = GY) threads(THREADS) {
          %As = tile.alloc : memref<ATILExTYPE, "shared">
          %Bs = tile.alloc : memref<BTILExTYPE, "shared">
          %acc = tile.alloc : memref<TMxTNxf32, "fragment">
          %m = arith.muli %by, %cm : index
          %n = arith.muli %bx, %cn : index
          tile.fill %acc, %zero : memref<TMxTNxf32, "fragment">
          pipeline.for %k = 0 to STEPS stages(STAGES) {
            %kk = arith.muli %k, %ck : index
            tile.copy %A[AFROM] -> %As : memref<AxTYPE> to memref<ATILExTYPE, "shared">
            tile.copy %B[BFROM] -> %Bs : memref<BxTYPE> to memref<BTILExTYPE, "shared">
            tile.gemm %As, %Bs, %acc FLAGS : memref<ATILExTYPE, "shared">, memref<BTILExTYPE, "shared">, memref<TMxTNxf32, "fragment">
          }
          tile.copy %acc -> %C[%m, %n] : memref<TMxTNxf32, "fragment"> to memref<CxTYPE>
        }
        return
      }
      """;

  /** The sizes of a product, of its tiles, and how it is stored. */
  private record Product(
      int m,
      int n,
      int k,
      int tm,
      int tn,
      int tk,
      int threads,
      int stages,
      String form,
      String type) {
    boolean transposesA() {
      return form.charAt(0) == 'T';
    }

    boolean transposesB() {
      return form.charAt(1) == 'T';
    }

    private static String shape(int rows, int columns, boolean transposed) {
      return transposed ? columns + "x" + rows : rows + "x" + columns;
    }

    private static String place(String row, String column, boolean transposed) {
      return transposed ? column + ", " + row : row + ", " + column;
    }

    String text() {
      String flags = (transposesA() ? "transpose_a" : "") + (transposesB() ? ",transpose_b" : "");
      flags = flags.startsWith(",") ? flags.substring(1) : flags;
      return TEXT.replace("memref<Ax", "memref<" + shape(m, k, transposesA()) + "x")
          .replace("memref<Bx", "memref<" + shape(k, n, transposesB()) + "x")
          .replace("memref<Cx", "memref<" + m + "x" + n + "x")
          .replace("ATILE", shape(tm, tk, transposesA()))
          .replace("BTILE", shape(tk, tn, transposesB()))
          .replace("AFROM", place("%m", "%kk", transposesA()))
          .replace("BFROM", place("%kk", "%n", transposesB()))
          .replace("FLAGS", flags.isEmpty() ? "" : "{" + flags + "}")
          .replace("TYPE", type)
          .replace("TMxTN", tm + "x" + tn)
          .replace("constant TM", "constant " + tm)
          .replace("constant TN", "constant " + tn)
          .replace("constant TK", "constant " + tk)
          .replace("GX", "" + ceil(n, tn))
          .replace("GY", "" + ceil(m, tm))
          .replace("THREADS", "" + threads)
          .replace("STEPS", "" + ceil(k, tk))
          .replace("STAGES", "" + stages);
    }

    private static int ceil(int size, int tile) {
      return (size + tile - 1) / tile;
    }
  }

  private final Map<Value, Long> places = new LinkedHashMap<>();
  private ByteBuffer memory = SimulatedLaunch.buffer(0);

  @ParameterizedTest
  @CsvSource({
    // As the examples have it.
    "256, 192,  96,  64,  64, 32, 128, 3, NT, f16",
    "128, 128,  64,  64,  64, 32, 128, 4, NN, bf16",
    "200, 150,  90,  64,  64, 32, 128, 2, NN, f16",
    // Long loops, in which the slot is no number, and loops without stages.
    " 64,  64, 320,  64,  64, 32, 128, 3, NT, f16",
    " 64,  64, 320,  64,  64, 32, 128, 1, NT, f16",
    "128, 128, 160, 128, 128, 32, 128, 2, NN, f16",
    // Every way to store the operands, with the other swizzles, and with rows that are padded.
    " 64, 128, 192,  64, 128, 64, 256, 2, TN, f16",
    " 64,  64,  64,  64,  64, 16,  64, 2, TT, bf16",
    " 64,  48,  96,  64,  24, 48,  32, 2, NN, f16",
    " 32,  24,  96,  32,  24, 48,  32, 2, NT, bf16",
    // Edges in all three sizes.
    " 70,  52, 100,  32,  32, 32,  32, 3, NT, f16",
    " 70,  52, 100,  32,  32, 32,  64, 2, TN, f16",
  })
  void computesTheProduct(
      int m,
      int n,
      int k,
      int tm,
      int tn,
      int tk,
      int threads,
      int stages,
      String form,
      String type) {
    var product = new Product(m, n, k, tm, tn, tk, threads, stages, form, type);
    LoweredKernel kernel = LoweredKernel.of(product.text());
    assertThat(kernel.errors()).isEmpty();
    Block entry = kernel.function().region(0).entry();
    place(entry, product);
    SimulatedLaunch.run(kernel.all(LaunchOp.class).getFirst(), memory, places);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(stored(product, entry.argument(2), i * n + j))
            .as(() -> String.format(Locale.ROOT, "%s", product))
            .isEqualTo(expected(product, i, j));
      }
    }
  }

  private static final Product LOOP = new Product(64, 64, 320, 64, 64, 32, 128, 3, "NT", "f16");

  @Test
  void everyBarrierIsNeeded() {
    int count = LoweredKernel.of(LOOP.text()).all(BarrierOp.class).size();
    assertThat(count).isEqualTo(4);
    for (int i = 0; i < count; i++) {
      LoweredKernel kernel = LoweredKernel.of(LOOP.text());
      kernel.all(BarrierOp.class).get(i).erase();
      Block entry = kernel.function().region(0).entry();
      place(entry, LOOP);
      LaunchOp launch = kernel.all(LaunchOp.class).getFirst();
      assertThatThrownBy(() -> SimulatedLaunch.run(launch, memory, places))
          .as("without barrier %d", i)
          .isInstanceOf(AssertionError.class)
          .hasMessageMatching("(?s).*(is in a race|was never written).*");
    }
  }

  @Test
  void everyWaitIsNeeded() {
    int count = LoweredKernel.of(LOOP.text()).all(CpAsyncWaitGroupOp.class).size();
    for (int i = 0; i < count; i++) {
      LoweredKernel kernel = LoweredKernel.of(LOOP.text());
      CpAsyncWaitGroupOp wait = kernel.all(CpAsyncWaitGroupOp.class).get(i);
      wait.setAttribute("pending", IntegerAttr.i32((int) wait.pending().longValue() + 1));
      assertThat(isRight(kernel)).as("with wait %d raised", i).isFalse();
    }
  }

  /** Is the product right? What can't be right, or can't be narrowed, is not. */
  private boolean isRight(LoweredKernel kernel) {
    Block entry = kernel.function().region(0).entry();
    place(entry, LOOP);
    try {
      SimulatedLaunch.run(kernel.all(LaunchOp.class).getFirst(), memory, places);
    } catch (AssertionError wrong) {
      return false;
    }
    for (int i = 0; i < LOOP.m * LOOP.n; i++) {
      if (stored(LOOP, entry.argument(2), i) != expected(LOOP, i / LOOP.n, i % LOOP.n)) {
        return false;
      }
    }
    return true;
  }

  /** The three tensors behind each other, with a gap that nobody may touch. */
  private void place(Block entry, Product product) {
    int[] counts = {product.m * product.k, product.k * product.n, product.m * product.n};
    long end = 0;
    for (int i = 0; i < counts.length; i++) {
      end = (end + 15) / 16 * 16;
      places.put(entry.argument(i), end);
      end += 2L * counts[i];
    }
    memory = SimulatedLaunch.buffer((int) end);
    for (int operand = 0; operand < 2; operand++) {
      for (int i = 0; i < counts[operand]; i++) {
        int bits = Float.floatToRawIntBits(datum(operand, i));
        long at = places.get(entry.argument(operand)) + 2L * i;
        memory.putShort((int) at, (short) SimulatedLaunch.narrow(bits, product.type.equals("f16")));
      }
    }
    for (int i = 0; i < counts[2]; i++) {
      memory.putShort((int) (places.get(entry.argument(2)) + 2L * i), (short) 0x7fff);
    }
  }

  /** Small numbers without a pattern; few enough of them differ from 0 that bf16 has all sums. */
  private static float datum(int operand, int i) {
    int hash = ((i * 31 + operand * 17) * 0x9E3779B1) >>> 8;
    return hash % 7 == 0 ? hash / 7 % 5 - 2 : 0;
  }

  private float stored(Product product, Value tensor, int element) {
    short bits = memory.getShort((int) (places.get(tensor) + 2L * element));
    return SimulatedLaunch.number(bits, 0, product.type.equals("f16"));
  }

  private static float expected(Product product, int i, int j) {
    float sum = 0;
    for (int k = 0; k < product.k; k++) {
      float a = datum(0, product.transposesA() ? k * product.m + i : i * product.k + k);
      float b = datum(1, product.transposesB() ? j * product.k + k : k * product.n + j);
      sum += a * b;
    }
    return sum;
  }
}
