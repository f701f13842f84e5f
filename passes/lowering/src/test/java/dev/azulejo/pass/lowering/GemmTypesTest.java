// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Value;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Matrix products of all types that there are instructions for, stored in all ways, executed thread
 * by thread and compared bit for bit.
 */
final class GemmTypesTest {
  private static final String TEXT =
      """
      func.func @gemm(%A: memref<AxLEFT>, %B: memref<BxRIGHT>, %C: memref<MxNxSUM>)
          attributes {tile.target = "sm_89"} {
        %zero = arith.constant ZERO : SUM
        %ck = arith.constant TK : index
        %cm = arith.constant TM : index
        %cn = arith.constant TN : index
        tile.launch grid(%bx = GX, %by = GY) threads(THREADS) {
          %As = tile.alloc : memref<ATILExLEFT, "shared">
          %Bs = tile.alloc : memref<BTILExRIGHT, "shared">
          %acc = tile.alloc : memref<TMxTNxSUM, "fragment">
          %m = arith.muli %by, %cm : index
          %n = arith.muli %bx, %cn : index
          tile.fill %acc, %zero : memref<TMxTNxSUM, "fragment">
          pipeline.for %k = 0 to STEPS stages(STAGES) {
            %kk = arith.muli %k, %ck : index
            tile.copy %A[AFROM] -> %As : memref<AxLEFT> to memref<ATILExLEFT, "shared">
            tile.copy %B[BFROM] -> %Bs : memref<BxRIGHT> to memref<BTILExRIGHT, "shared">
            tile.gemm %As, %Bs, %acc {FLAGS} : memref<ATILExLEFT, "shared">, memref<BTILExRIGHT, "shared">, memref<TMxTNxSUM, "fragment">
          }
          tile.copy %acc -> %C[%m, %n] : memref<TMxTNxSUM, "fragment"> to memref<MxNxSUM>
        }
        return
      }
      """;

  private static final Map<String, String> WORDS =
      Map.of("i8", "s8", "ui8", "u8", "f8E4M3FN", "e4m3", "f8E5M2", "e5m2", "i32", "s32");

  /** The sizes of a product and of its tiles: {@code 64x48x96}. */
  private record Sizes(int m, int n, int k) {
    static Sizes of(String text) {
      String[] parts = text.split("x");
      return new Sizes(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
  }

  /** How A and B are stored, of what they are, and what their products are summed in. */
  private record Form(boolean transposesA, boolean transposesB, String a, String b, String sum) {
    static Form of(String form, String types) {
      String[] parts = types.split(" ");
      return new Form(form.charAt(0) == 'T', form.charAt(1) == 'T', parts[0], parts[1], parts[2]);
    }

    /** The word of PTX for elements, as memory holds them. */
    static String word(String type) {
      return WORDS.getOrDefault(type, type);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // f16 accumulators, as pairs.
    "f16 f16 f16, NT, 64x64x64, 64x64x32, 128, 2",
    "f16 f16 f16, NN, 40x24x32, 32x24x32,  32, 1",
    "f16 f16 f16, TT, 64x32x64, 32x32x16,  64, 3",
    // f32 as tf32, with ldmatrix where K is contiguous.
    "f32 f32 f32, NT, 64x64x64, 64x64x32, 128, 2",
    "f32 f32 f32, NN, 64x48x32, 64x48x16,  64, 2",
    "f32 f32 f32, TN, 32x64x32, 32x64x16, 128, 1",
    "f32 f32 f32, TT, 70x36x40, 64x32x16,  64, 3",
    // Integers of 8 bits.
    "i8 i8 i32,   NT, 64x64x128, 64x64x64, 128, 2",
    "i8 i8 i32,   NN, 64x64x64,  64x64x32, 128, 2",
    "ui8 i8 i32,  TT, 64x32x64,  64x32x32,  64, 2",
    "i8 ui8 i32,  TN, 40x24x96,  32x24x32,  32, 1",
    // Floats of 8 bits.
    "f8E4M3FN f8E4M3FN f32, NT, 64x32x64, 64x32x64, 64, 2",
    "f8E5M2 f8E4M3FN f32,   TN, 64x32x64, 64x32x32, 64, 2",
    // The last step is half a step, or less.
    "f16 f16 f32, NT, 32x32x48, 32x32x24, 32, 2",
    "f16 f16 f32, TN, 32x32x48, 32x32x24, 32, 2",
    "f16 f16 f32, TT, 32x32x40, 32x32x20, 32, 1",
    "f16 f16 f32, NN, 32x24x24, 32x24x8,  32, 2",
    "i8 i8 i32,   NT, 32x32x96, 32x32x48, 32, 2",
    "i8 i8 i32,   NT, 32x32x48, 32x32x24, 32, 2",
    "i8 i8 i32,   NN, 32x32x80, 32x32x40, 32, 2",
    "f32 f32 f32, NT, 32x32x24, 32x32x12, 32, 2",
    "f32 f32 f32, TN, 32x32x20, 32x32x10, 32, 2",
    // Every share-out of a tile to warps.
    "f16 f16 f32, NT,  16x8x32,   16x8x32,  32, 2",
    "f16 f16 f32, NT,  16x64x32,  16x64x32, 256, 2",
    "f16 f16 f32, NT, 128x8x32,  128x8x32, 256, 2",
    "f16 f16 f32, NN,  48x40x32,  48x40x32,  96, 2",
    "f16 f16 f32, TN,  80x48x32,  80x48x32, 160, 2",
  })
  void computesTheProduct(
      String types, String form, String all, String tile, int threads, int stages) {
    var kind = Form.of(form, types);
    Sizes sizes = Sizes.of(all);
    LoweredKernel kernel = LoweredKernel.of(text(kind, sizes, Sizes.of(tile), threads, stages));
    assertThat(kernel.errors()).isEmpty();
    Block entry = kernel.function().region(0).entry();
    Map<Value, Long> places = new LinkedHashMap<>();
    ByteBuffer memory = memory(kind, sizes, entry, places);
    SimulatedLaunch.run(kernel.all(LaunchOp.class).getFirst(), memory, places);
    String word = Form.word(kind.sum);
    for (int i = 0; i < sizes.m; i++) {
      for (int j = 0; j < sizes.n; j++) {
        long at = places.get(entry.argument(2));
        assertThat(read(memory, at, i * sizes.n + j, word))
            .as("element %d, %d", i, j)
            .isEqualTo(expected(kind, sizes, i, j));
      }
    }
  }

  private static String text(Form form, Sizes all, Sizes tile, int threads, int stages) {
    String flags =
        (form.transposesA ? "transpose_a, " : "")
            + (form.transposesB ? "transpose_b, " : "")
            + (form.a.equals("f32") ? "tf32, " : "");
    return TEXT.replace("memref<Ax", "memref<" + shape(all.m, all.k, form.transposesA) + "x")
        .replace("memref<Bx", "memref<" + shape(all.k, all.n, form.transposesB) + "x")
        .replace("MxN", all.m + "x" + all.n)
        .replace("ATILE", shape(tile.m, tile.k, form.transposesA))
        .replace("BTILE", shape(tile.k, tile.n, form.transposesB))
        .replace("AFROM", form.transposesA ? "%kk, %m" : "%m, %kk")
        .replace("BFROM", form.transposesB ? "%n, %kk" : "%kk, %n")
        .replace(" {FLAGS}", flags.isEmpty() ? "" : " {" + flags.replaceAll(", $", "") + "}")
        .replace("LEFT", form.a)
        .replace("RIGHT", form.b)
        .replace("SUM", form.sum)
        .replace("ZERO", form.sum.startsWith("i") ? "0" : "0.0")
        .replace("TMxTN", tile.m + "x" + tile.n)
        .replace("TM", "" + tile.m)
        .replace("TN", "" + tile.n)
        .replace("TK", "" + tile.k)
        .replace("GX", "" + (all.n + tile.n - 1) / tile.n)
        .replace("GY", "" + (all.m + tile.m - 1) / tile.m)
        .replace("THREADS", "" + threads)
        .replace("STEPS", "" + (all.k + tile.k - 1) / tile.k)
        .replace("STAGES", "" + stages);
  }

  private static String shape(int rows, int columns, boolean transposed) {
    return transposed ? columns + "x" + rows : rows + "x" + columns;
  }

  /** The three tensors behind each other, each where 16 bytes begin. */
  private static ByteBuffer memory(Form form, Sizes sizes, Block entry, Map<Value, Long> places) {
    String[] words = {Form.word(form.a), Form.word(form.b), Form.word(form.sum)};
    int[] counts = {sizes.m * sizes.k, sizes.k * sizes.n, sizes.m * sizes.n};
    long end = 0;
    for (int i = 0; i < counts.length; i++) {
      places.put(entry.argument(i), end);
      end = (end + (long) counts[i] * Numbers.bits(words[i]) / 8 + 15) / 16 * 16;
    }
    ByteBuffer memory = SimulatedLaunch.buffer((int) end);
    for (int i = 0; i < counts.length; i++) {
      for (int element = 0; element < counts[i]; element++) {
        int bits = i == 2 ? -1 : Numbers.toBits(datum(i, element, words[i]), words[i]);
        int at =
            (int) (places.get(entry.argument(i)) + (long) element * Numbers.bits(words[i]) / 8);
        switch (Numbers.bits(words[i])) {
          case 8 -> memory.put(at, (byte) bits);
          case 16 -> memory.putShort(at, (short) bits);
          default -> memory.putInt(at, bits);
        }
      }
    }
    return memory;
  }

  private static double read(ByteBuffer memory, long start, int element, String word) {
    int at = (int) (start + (long) element * Numbers.bits(word) / 8);
    return Numbers.of(Numbers.bits(word) == 16 ? memory.getShort(at) : memory.getInt(at), 0, word);
  }

  /** Small numbers without a pattern, positive where they have no sign. */
  private static double datum(int operand, int i, String word) {
    int hash = ((i * 31 + operand * 17) * 0x9E3779B1) >>> 8;
    int number = hash % 3 == 0 ? hash / 3 % 5 - 2 : 0;
    return word.startsWith("u") ? number + 200 : number;
  }

  private static double expected(Form form, Sizes sizes, int i, int j) {
    String left = Form.word(form.a);
    String right = Form.word(form.b);
    double sum = 0;
    for (int k = 0; k < sizes.k; k++) {
      int a = form.transposesA ? k * sizes.m + i : i * sizes.k + k;
      int b = form.transposesB ? j * sizes.k + k : k * sizes.n + j;
      sum += datum(0, a, left) * datum(1, b, right);
    }
    return sum;
  }
}
