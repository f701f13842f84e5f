// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.number.FloatFormat;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** D = A B + C for random whole numbers, of which every type of element holds each exactly. */
final class MatrixProductProperties {
  private static final int LANES = 32;

  record Form(String shape, String left, String right, Type sum) {
    int perRegister() {
      return switch (left) {
        case "f64", "tf32" -> 1;
        case "f16", "bf16" -> 2;
        default -> 4;
      };
    }
  }

  private static Form of(String shape, String input, Type sum) {
    return new Form(shape, input, input, sum);
  }

  @Provide
  Arbitrary<Form> forms() {
    return Arbitraries.of(
        List.of(
            of("m16n8k16", "f16", FloatType.F32),
            of("m16n8k16", "f16", IntegerType.I32),
            of("m16n8k16", "bf16", FloatType.F32),
            of("m16n8k8", "f16", FloatType.F32),
            of("m16n8k8", "f16", IntegerType.I32),
            of("m16n8k8", "bf16", FloatType.F32),
            of("m16n8k8", "tf32", FloatType.F32),
            of("m16n8k4", "tf32", FloatType.F32),
            of("m16n8k32", "s8", IntegerType.I32),
            of("m16n8k16", "u8", IntegerType.I32),
            new Form("m16n8k32", "s8", "u8", IntegerType.I32),
            of("m16n8k32", "e4m3", FloatType.F32),
            new Form("m16n8k32", "e5m2", "e4m3", FloatType.F32),
            of("m8n8k4", "f64", FloatType.F64)));
  }

  private static long encode(String type, long value) {
    return switch (type) {
      case "f16" -> FloatFormat.F16.encode((double) value);
      case "bf16" -> FloatFormat.BF16.encode((double) value);
      case "tf32", "f32" -> FloatFormat.F32.encode((double) value);
      case "f64" -> FloatFormat.F64.encode((double) value);
      case "e4m3" -> FloatFormat.F8E4M3FN.encode((double) value);
      case "e5m2" -> FloatFormat.F8E5M2.encode((double) value);
      default -> value & 0xff;
    };
  }

  private static MmaOp op(Form form) {
    String element = form.left().equals("f64") ? "f64" : "i32";
    String sum = form.sum() instanceof FloatType real ? real.format().keyword() : "i32";
    String types =
        "!ptx.regs<8 x "
            + sum
            + ">, !ptx.regs<4 x "
            + element
            + ">, !ptx.regs<4 x "
            + element
            + ">";
    String other = form.right().equals(form.left()) ? "" : " {b_input = \"" + form.right() + "\"}";
    return (MmaOp)
        Instructions.op(
            "ptx.mma "
                + form.shape()
                + " "
                + form.left()
                + " %0[0], %1[0], %2[0]"
                + other
                + " : "
                + types,
            types.split(", "));
  }

  private static void put(long[][] registers, int perRegister, int lane, int element, long bits) {
    int width = perRegister == 1 ? 0 : 32 / perRegister;
    registers[element / perRegister][lane] |= bits << (element % perRegister * width);
  }

  @Property(tries = 60)
  void multipliesAndAdds(@ForAll("forms") Form form, @ForAll long seed) {
    MatrixProduct product = MatrixProduct.of(op(form), form.sum());
    MatrixShape shape = product.shape();
    var random = new SplittableRandom(seed);
    int low = form.left().equals("u8") ? 0 : -2;
    int lowOfB = form.right().equals("u8") ? 0 : -2;
    long[][] a = new long[shape.registersOfA()][LANES];
    long[][] b = new long[shape.registersOfB()][LANES];
    long[][] c = new long[product.registersOfSum()][LANES];
    long[][] expected = new long[shape.rows()][shape.columns()];
    long[][] left = new long[shape.rows()][shape.depth()];
    long[][] right = new long[shape.depth()][shape.columns()];
    for (int k = 0; k < shape.depth(); k++) {
      for (int i = 0; i < shape.rows(); i++) {
        left[i][k] = random.nextInt(low, 3);
        put(
            a,
            form.perRegister(),
            shape.laneOfA(i, k),
            shape.elementOfA(i, k),
            encode(form.left(), left[i][k]));
      }
      for (int n = 0; n < shape.columns(); n++) {
        right[k][n] = random.nextInt(lowOfB, 3);
        put(
            b,
            form.perRegister(),
            shape.laneOfB(k, n),
            shape.elementOfB(k),
            encode(form.right(), right[k][n]));
      }
    }
    for (int i = 0; i < shape.rows(); i++) {
      for (int n = 0; n < shape.columns(); n++) {
        long start = random.nextInt(-9, 9);
        putSum(form, c, i, n, start);
        expected[i][n] = start;
        for (int k = 0; k < shape.depth(); k++) {
          expected[i][n] += left[i][k] * right[k][n];
        }
      }
    }
    product.apply(a, b, c);
    for (int i = 0; i < shape.rows(); i++) {
      for (int n = 0; n < shape.columns(); n++) {
        assertThat(sum(form, c, i, n)).as("%s %d %d", form, i, n).isEqualTo(expected[i][n]);
      }
    }
  }

  private static boolean packs(Form form) {
    return form.left().equals("f16") && form.sum().equals(IntegerType.I32);
  }

  private static void putSum(Form form, long[][] c, int i, int n, long value) {
    int lane = MatrixShape.laneOfSum(i, n);
    int element = MatrixShape.elementOfSum(i, n);
    if (packs(form)) {
      put(c, 2, lane, element, FloatFormat.F16.encode((double) value));
    } else if (form.sum() instanceof FloatType real) {
      c[element][lane] = real.format().encode((double) value);
    } else {
      c[element][lane] = value;
    }
  }

  private static long sum(Form form, long[][] c, int i, int n) {
    int lane = MatrixShape.laneOfSum(i, n);
    int element = MatrixShape.elementOfSum(i, n);
    if (packs(form)) {
      return (long) FloatFormat.F16.decode(c[element / 2][lane] >>> (element % 2 * 16));
    }
    long bits = c[element][lane];
    return form.sum() instanceof FloatType real ? (long) real.format().decode(bits) : bits;
  }
}
