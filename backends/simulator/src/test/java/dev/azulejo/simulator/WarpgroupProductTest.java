// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.verify.Verifier;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Matrix products of a warpgroup against sums of products, for every type, swizzle and order of A
 * and B. The memory of the block is filled as a tile with that swizzle lies, from a formula of its
 * own.
 */
final class WarpgroupProductTest {
  private static final int ROWS = 64;
  private static final int THREADS = 128;
  private static final int SPAN = 32;

  /** Where an element of a tile lies in memory. */
  private static int place(int row, int column, int rows, int bytes, int swizzle) {
    int perPiece = 16 / bytes;
    int pieces = Math.max(1, swizzle / 16);
    int group = row / 8;
    int inGroup = row % 8;
    int piece = column / perPiece;
    int block = piece / pieces;
    int inBlock = piece % pieces;
    int moved = swizzle == 0 ? 0 : inBlock ^ inGroup / (8 / pieces);
    int linear =
        block * rows * pieces * perPiece
            + group * 8 * pieces * perPiece
            + (moved + pieces * inGroup) * perPiece
            + column % perPiece;
    return linear * bytes;
  }

  /** A factor: its numbers, where they lie, and the descriptors of its steps. */
  private static final class Factor {
    final int rows;
    final int depth;
    final int bytes;
    final int swizzle;
    final boolean transposed;
    final double[][] numbers;
    final String type;

    Factor(
        int rows,
        int steps,
        int bytes,
        int swizzle,
        boolean transposed,
        String type,
        SplittableRandom random) {
      this.rows = rows;
      this.bytes = bytes;
      this.depth = steps * SPAN / bytes;
      this.swizzle = swizzle;
      this.transposed = transposed;
      this.type = type;
      this.numbers = new double[rows][depth];
      for (double[] row : numbers) {
        for (int k = 0; k < depth; k++) {
          row[k] = random.nextInt(type.equals("u8") ? 0 : -4, type.equals("u8") ? 200 : 5);
        }
      }
    }

    void put(byte[] memory, int start) {
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < depth; k++) {
          int at =
              transposed
                  ? place(k, row, depth, bytes, swizzle)
                  : place(row, k, rows, bytes, swizzle);
          long bits = encode(type, numbers[row][k]);
          for (int i = 0; i < bytes; i++) {
            memory[start + at + i] = (byte) (bits >>> (8 * i));
          }
        }
      }
    }

    long descriptor(int start, int step) {
      long leading;
      long stride;
      int advance;
      if (swizzle == 0) {
        leading = transposed ? 128 : rows * 16L;
        stride = transposed ? depth * 16L : 128;
        advance = transposed ? 2 * 128 : step == 0 ? 0 : 2 * rows * 16;
      } else {
        leading = transposed ? (long) depth * swizzle : 16;
        stride = 8L * swizzle;
        advance = transposed ? 16 * swizzle : SPAN;
      }
      long mode = swizzle == 0 ? 0 : swizzle == 128 ? 1 : swizzle == 64 ? 2 : 3;
      return (start + (long) step * advance) >> 4
          | leading >> 4 << 16
          | stride >> 4 << 32
          | mode << 62;
    }
  }

  private static long encode(String type, double number) {
    return switch (type) {
      case "f16" -> FloatFormat.F16.encode(number);
      case "bf16" -> FloatFormat.BF16.encode(number);
      case "tf32" -> FloatFormat.F32.encode(number);
      case "e4m3" -> FloatFormat.F8E4M3FN.encode(number);
      case "e5m2" -> FloatFormat.F8E5M2.encode(number);
      default -> (long) number;
    };
  }

  private static int bytes(String type) {
    return switch (type) {
      case "f16", "bf16" -> 2;
      case "tf32" -> 4;
      default -> 1;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "f16, f16, f32, 256, 128, false, 128, false",
    "f16, f16, f32, 8, 64, false, 32, false",
    "f16, f16, f32, 128, 128, true, 128, true",
    "f16, f16, f32, 64, 64, true, 128, true",
    "f16, f16, f32, 32, 32, true, 64, true",
    "f16, f16, f32, 24, 0, false, 0, false",
    "f16, f16, f32, 40, 0, true, 0, true",
    "f16, f16, f32, 64, 0, true, 128, false",
    "bf16, bf16, f32, 96, 128, false, 128, true",
    "f16, f16, f16, 64, 128, false, 128, false",
    "tf32, tf32, f32, 72, 128, false, 64, false",
    "e4m3, e4m3, f32, 128, 128, false, 128, false",
    "e4m3, e5m2, f32, 48, 64, false, 32, false",
    "e5m2, e4m3, f16, 16, 0, false, 128, false",
    "s8, s8, i32, 256, 128, false, 128, false",
    "u8, s8, i32, 32, 32, false, 0, false",
  })
  void multiplies(
      String left,
      String right,
      String sum,
      int columns,
      int leftSwizzle,
      boolean leftTransposed,
      int rightSwizzle,
      boolean rightTransposed) {
    int steps = steps(leftSwizzle, leftTransposed, rightSwizzle, rightTransposed);
    var random = new SplittableRandom(columns);
    var a = new Factor(ROWS, steps, bytes(left), leftSwizzle, leftTransposed, left, random);
    var b = new Factor(columns, steps, bytes(right), rightSwizzle, rightTransposed, right, random);
    check(a, b, sum, steps, false);
  }

  @ParameterizedTest
  @CsvSource({
    "f16, f16, f32, 128, 128, true",
    "bf16, bf16, f32, 64, 64, false",
    "tf32, tf32, f32, 16, 128, false",
    "e4m3, e5m2, f32, 32, 128, false",
    "s8, u8, i32, 64, 64, false",
  })
  void multipliesWhatIsInRegisters(
      String left, String right, String sum, int columns, int swizzle, boolean transposed) {
    int steps = steps(swizzle, transposed, swizzle, transposed);
    var random = new SplittableRandom(columns);
    var a = new Factor(ROWS, steps, bytes(left), 128, false, left, random);
    var b = new Factor(columns, steps, bytes(right), swizzle, transposed, right, random);
    check(a, b, sum, steps, true);
  }

  /** As many steps along the inner dimension as a row of both factors has, two at least. */
  private static int steps(
      int leftSwizzle, boolean leftTransposed, int rightSwizzle, boolean rightTransposed) {
    int left = leftTransposed || leftSwizzle == 0 ? 4 : leftSwizzle / SPAN;
    int right = rightTransposed || rightSwizzle == 0 ? 4 : rightSwizzle / SPAN;
    return Math.min(left, right);
  }

  private static void check(Factor a, Factor b, String sum, int steps, boolean inRegisters) {
    int startOfB = 16384;
    byte[] memory = new byte[49152];
    a.put(memory, 0);
    b.put(memory, startOfB);
    boolean packed = sum.equals("f16");
    int registers = b.rows / (packed ? 4 : 2);
    Buffer image = Buffer.poisoned(ElementType.I8, new long[] {memory.length});
    for (int i = 0; i < memory.length; i++) {
      image.setBits(i, memory[i]);
    }
    Buffer held = held(a, steps);
    Buffer out = Buffer.poisoned(ElementType.I32, new long[] {(long) THREADS * registers});
    run(text(a, b, sum, steps, registers, inRegisters), image, held, out);
    for (int thread = 0; thread < THREADS; thread++) {
      for (int e = 0; e < b.rows / 2; e++) {
        int row = 16 * (thread / 32) + thread % 32 / 4 + 8 * (e / 2 % 2);
        int column = 8 * (e / 4) + 2 * (thread % 4) + e % 2;
        double expected = 0;
        for (int k = 0; k < a.depth; k++) {
          expected += a.numbers[row][k] * b.numbers[column][k];
        }
        long bits = out.bits(thread * registers + (packed ? e / 2 : e));
        double got =
            switch (sum) {
              case "i32" -> (int) bits;
              case "f32" -> Float.intBitsToFloat((int) bits);
              default -> Float.float16ToFloat((short) (bits >>> (e % 2 * 16)));
            };
        assertThat(got).as("row %d, column %d", row, column).isEqualTo(expected);
      }
    }
  }

  /** The registers of A: of each step and thread four. */
  private static Buffer held(Factor a, int steps) {
    Buffer held = Buffer.poisoned(ElementType.I32, new long[] {(long) steps * THREADS * 4});
    int each = 4 / a.bytes;
    for (int step = 0; step < steps; step++) {
      for (int thread = 0; thread < THREADS; thread++) {
        for (int register = 0; register < 4; register++) {
          long word = 0;
          for (int e = 0; e < each; e++) {
            int row = 16 * (thread / 32) + thread % 32 / 4 + 8 * (register % 2);
            int k = step * (SPAN / a.bytes) + thread % 4 * each + register / 2 * 4 * each + e;
            long bits = encode(a.type, a.numbers[row][k]) & ((1L << (8 * a.bytes)) - 1);
            word |= bits << (8 * a.bytes * e);
          }
          held.setBits((step * THREADS + thread) * 4 + register, word);
        }
      }
    }
    return held;
  }

  private static String text(
      Factor a, Factor b, String sum, int steps, int registers, boolean inRegisters) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 49152 / 16 / THREADS; i++) {
      int behind = i * THREADS * 16;
      lines.add(
          "%p"
              + i
              + ", %q"
              + i
              + ", %u"
              + i
              + ", %v"
              + i
              + " = ptx.ld global %piece + "
              + behind
              + " : i64 -> i32, i32, i32, i32");
      lines.add(
          "ptx.st shared %to + "
              + behind
              + ", %p"
              + i
              + ", %q"
              + i
              + ", %u"
              + i
              + ", %v"
              + i
              + " : i32, i32, i32, i32, i32");
    }
    lines.add("ptx.fence.proxy.async");
    lines.add("ptx.bar.sync %c0");
    String element = sum.equals("f16") ? "i32" : sum;
    lines.add("%acc = ptx.regs : !ptx.regs<" + registers + " x " + element + ">");
    lines.add("%a = ptx.regs : !ptx.regs<" + 4 * steps + " x i32>");
    if (inRegisters) {
      for (int i = 0; i < 4 * steps; i++) {
        int behind = (i / 4 * THREADS * 4 + i % 4) * 4;
        lines.add("%h" + i + " = ptx.ld global %held + " + behind + " : i64 -> i32");
        lines.add("ptx.regs.write %h" + i + ", %a[" + i + "] : !ptx.regs<" + 4 * steps + " x i32>");
      }
    }
    lines.add("ptx.wgmma.fence");
    for (int step = 0; step < steps; step++) {
      // Shared memory begins at 1024.
      lines.add("%da" + step + " = ptx.constant " + a.descriptor(1024, step) + " : i64");
      lines.add("%db" + step + " = ptx.constant " + b.descriptor(1024 + 16384, step) + " : i64");
      var attributes = new ArrayList<String>();
      if (!a.type.equals(b.type)) {
        attributes.add("b_input = \"" + b.type + "\"");
      }
      if (a.transposed && !inRegisters) {
        attributes.add("transpose_a");
      }
      if (b.transposed) {
        attributes.add("transpose_b");
      }
      String left = inRegisters ? "%a[" + 4 * step + "]" : "%da" + step;
      String type = inRegisters ? "!ptx.regs<" + 4 * steps + " x i32>" : "i64";
      lines.add(
          "ptx.wgmma "
              + b.rows
              + " "
              + a.type
              + " %acc[0], "
              + left
              + ", %db"
              + step
              + ", "
              + (step == 0 ? "%false" : "%true")
              + " {"
              + String.join(", ", attributes)
              + "} : !ptx.regs<"
              + registers
              + " x "
              + element
              + ">, "
              + type);
    }
    lines.add("ptx.wgmma.commit_group");
    lines.add("ptx.wgmma.wait_group 0");
    for (int i = 0; i < registers; i++) {
      lines.add(
          "%r"
              + i
              + " = ptx.regs.read %acc["
              + i
              + "] : !ptx.regs<"
              + registers
              + " x "
              + element
              + ">");
      lines.add("ptx.st global %mine + " + 4 * i + ", %r" + i + " : i64, " + element);
    }
    return """
    ptx.kernel @k(%i: !ptx.param<ptr, 16>, %h: !ptx.param<ptr, 16>, %o: !ptx.param<ptr, 16>)
        attributes {maxntid = array<i32: 128>,
          ptx.launch = {arguments = [memref<49152xi8>, memref<HELDxi32>, memref<OUTxi32>],
            grid = ["1", "1", "1"], parameters = ["arg0", "arg1", "arg2"]}} {
      %image = ptx.ld.param %i : !ptx.param<ptr, 16>
      %registers = ptx.ld.param %h : !ptx.param<ptr, 16>
      %out = ptx.ld.param %o : !ptx.param<ptr, 16>
      %t = ptx.special tid.x
      %c0 = ptx.constant 0 : i32
      %c16 = ptx.constant 16 : i32
      %each = ptx.constant EACH : i32
      %true = ptx.constant true
      %false = ptx.constant false
      %memory = ptx.shared {align = 1024 : i64} : memref<49152xi8, "shared">
      %s = ptx.address %memory[0] : memref<49152xi8, "shared">
      %piece = ptx.mad.wide %t, %c16, %image : i32
      %held = ptx.mad.wide %t, %c16, %registers : i32
      %mine = ptx.mad.wide %t, %each, %out : i32
      %to = ptx.mad %t, %c16, %s : i32
      BODY
      ptx.ret
    }
    """
        .replace("HELD", "" + steps * THREADS * 4)
        .replace("OUT", "" + THREADS * registers)
        .replace("EACH", "" + registers * 4)
        .replace("BODY", String.join("\n", lines));
  }

  private static void run(String text, Buffer image, Buffer held, Buffer out) {
    List<Diagnostic> said = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.into(said);
    var dialects = new Dialects(List.of(new BuiltinDialect(), new PtxDialect()));
    Operation module =
        Parser.parse(SourceText.of("test.tir", text), dialects, ParseOptions.STRICT, diagnostics);
    if (module == null || !Verifier.verify(module, diagnostics)) {
      throw new AssertionError(said + " in\n" + text);
    }
    var simulator = new Simulator(module, SimulatorOptions.DEFAULT, Progress.NONE);
    simulator.run(
        (KernelOp) module.region(0).entry().first(),
        List.of(new Argument.Memory(image), new Argument.Memory(held), new Argument.Memory(out)),
        diagnostics);
    assertThat(said).isEmpty();
  }
}
