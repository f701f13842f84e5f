// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.List;

/**
 * What a lane holds of the matrices of a product.
 *
 * @param a how many registers of A
 * @param b how many registers of B
 * @param c how many registers of the sum
 * @param factor the type of the registers of A and B
 * @param sum the instruction's word for the elements of the sum
 */
record MmaFragments(int a, int b, int c, Type factor, String sum) {
  private static final int LANES = 32;
  private static final List<String> BYTES = List.of("s8", "u8");
  private static final List<String> F8 = List.of("e4m3", "e5m2");

  static MmaFragments of(String shape, String input, Type accumulator) {
    int n = shape.indexOf('n');
    int k = shape.indexOf('k');
    int rows = Integer.parseInt(shape.substring(1, n));
    int columns = Integer.parseInt(shape.substring(n + 1, k));
    int depth = Integer.parseInt(shape.substring(k + 1));
    boolean wide = input.equals("f64");
    // Numbers of 64 bits are one a register; of others there are 32 bits in each.
    int perRegister = wide ? 1 : Integer.SIZE / width(input);
    boolean halves = accumulator.equals(IntegerType.I32) && input.equals("f16");
    return new MmaFragments(
        rows * depth / (LANES * perRegister),
        depth * columns / (LANES * perRegister),
        rows * columns / (LANES * (halves ? 2 : 1)),
        wide ? FloatType.F64 : IntegerType.I32,
        sum(input, accumulator));
  }

  private static String sum(String input, Type accumulator) {
    if (accumulator.equals(IntegerType.I32)) {
      return input.equals("f16") ? "f16" : "s32";
    }
    return accumulator.equals(FloatType.F64) ? "f64" : "f32";
  }

  private static int width(String input) {
    return switch (input) {
      case "f64" -> 64;
      case "tf32" -> 32;
      case "f16", "bf16" -> 16;
      default -> 8;
    };
  }

  /** Is there an instruction of a shape for numbers? */
  static boolean exists(String shape, String input) {
    return switch (shape) {
      case "m16n8k16" -> List.of("f16", "bf16", "s8", "u8").contains(input);
      case "m16n8k8" -> List.of("f16", "bf16", "tf32").contains(input);
      case "m16n8k4" -> input.equals("tf32");
      case "m16n8k32" -> BYTES.contains(input) || F8.contains(input);
      default -> input.equals("f64");
    };
  }

  /** Can numbers of A be multiplied by those of B? */
  static boolean mix(String left, String right) {
    return left.equals(right)
        || (BYTES.contains(left) && BYTES.contains(right))
        || (F8.contains(left) && F8.contains(right));
  }

  /** Can products of numbers be added to registers of a type? */
  static boolean adds(String input, Type accumulator) {
    return switch (input) {
      case "f64" -> accumulator.equals(FloatType.F64);
      case "s8", "u8" -> accumulator.equals(IntegerType.I32);
      case "f16" -> accumulator.equals(FloatType.F32) || accumulator.equals(IntegerType.I32);
      default -> accumulator.equals(FloatType.F32);
    };
  }

  static Needs needs(String shape, String input) {
    if (F8.contains(input)) {
      return Needs.of(84, 89);
    }
    return shape.equals("m16n8k8") && input.equals("f16") ? Needs.of(65, 75) : Needs.of(70, 80);
  }
}
