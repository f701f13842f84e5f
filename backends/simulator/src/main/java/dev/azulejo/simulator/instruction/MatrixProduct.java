// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.number.FloatFormat;
import java.util.function.LongToDoubleFunction;

/**
 * A product of two small matrices that the lanes of a warp hold, added to a third. Products are
 * exact; they are summed in double in the order of the inner dimension, the accumulator last, and
 * the sum is rounded once to the accumulator's type. A GPU cuts partial sums off, in an order that
 * nobody says: where all of them are exact, both give the same bits, which for every shape and type
 * but f64 was seen on an H200. Of tf32 a register's 19 upper bits count.
 */
public final class MatrixProduct {
  private static final int LANES = 32;
  private static final int HALF = 16;
  private static final int TF32_UNUSED = 13;

  private final MatrixShape shape;
  private final Factor a;
  private final Factor b;
  private final ProductSum sum;

  private MatrixProduct(MatrixShape shape, Factor a, Factor b, ProductSum sum) {
    this.shape = shape;
    this.a = a;
    this.b = b;
    this.sum = sum;
  }

  /**
   * The product that an instruction makes.
   *
   * @param op the instruction
   * @param accumulator the type of the accumulator's registers
   */
  public static MatrixProduct of(MmaOp op, Type accumulator) {
    String left = op.input().value();
    String right = op.rightInput().map(StringAttr::value).orElse(left);
    MatrixShape shape = MatrixShape.of(op.shape().value(), perRegister(left));
    var a = new Factor(shape.rows(), shape, decoder(left));
    var b = new Factor(shape.columns(), shape, decoder(right));
    for (int k = 0; k < shape.depth(); k++) {
      for (int row = 0; row < shape.rows(); row++) {
        a.place(row, k, shape.laneOfA(row, k), shape.elementOfA(row, k));
      }
      for (int column = 0; column < shape.columns(); column++) {
        b.place(column, k, shape.laneOfB(k, column), shape.elementOfB(k));
      }
    }
    return new MatrixProduct(shape, a, b, ProductSum.of(left, accumulator, op.satfinite()));
  }

  private static int perRegister(String input) {
    return switch (input) {
      case "f64", "tf32" -> 1;
      case "f16", "bf16" -> 2;
      default -> 4;
    };
  }

  /** The number of a pattern of a type of factors. */
  static LongToDoubleFunction decoder(String input) {
    return switch (input) {
      case "f16" -> bits -> Float.float16ToFloat((short) bits);
      case "bf16" -> bits -> Float.intBitsToFloat((int) bits << HALF);
      case "tf32" -> bits -> Float.intBitsToFloat((int) bits >> TF32_UNUSED << TF32_UNUSED);
      case "f64" -> Double::longBitsToDouble;
      case "s8" -> bits -> (byte) bits;
      case "u8" -> bits -> bits & 0xff;
      case "e4m3" -> FloatFormat.F8E4M3FN::decode;
      case "e5m2" -> FloatFormat.F8E5M2::decode;
      default -> throw new IllegalArgumentException(input);
    };
  }

  /** Which lane holds what. */
  public MatrixShape shape() {
    return shape;
  }

  /** How many registers of the sum a lane has. */
  public int registersOfSum() {
    return shape.elementsOfSum() / sum.perRegister();
  }

  /**
   * Multiplies and adds in place.
   *
   * @param left the registers of A, each with a number per lane
   * @param right the registers of B
   * @param accumulator the registers of the sum
   */
  public void apply(long[][] left, long[][] right, long[][] accumulator) {
    a.read(left);
    b.read(right);
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        int lane = MatrixShape.laneOfSum(row, column);
        int element = MatrixShape.elementOfSum(row, column);
        sum.add(accumulator, lane, element, a.dot(row, b, column));
      }
    }
  }

  /** A factor: its rows, or those of its transpose, with the inner dimension behind each other. */
  private static final class Factor {
    private final int depth;
    private final int perRegister;
    private final LongToDoubleFunction decoder;
    private final double[] numbers;

    /** Where the elements of all lanes go, a register after the other. */
    private final int[] places;

    Factor(int rows, MatrixShape shape, LongToDoubleFunction decoder) {
      this.depth = shape.depth();
      this.perRegister = shape.perRegister();
      this.decoder = decoder;
      this.numbers = new double[rows * depth];
      this.places = new int[rows * depth];
    }

    void place(int row, int k, int lane, int element) {
      int register = element / perRegister;
      int inRegister = element % perRegister;
      places[(register * LANES + lane) * perRegister + inRegister] = row * depth + k;
    }

    void read(long[][] registers) {
      int width = Integer.SIZE / perRegister;
      int next = 0;
      for (long[] register : registers) {
        for (int lane = 0; lane < LANES; lane++) {
          long bits = register[lane];
          for (int i = 0; i < perRegister; i++) {
            numbers[places[next++]] = decoder.applyAsDouble(bits);
            bits >>>= width;
          }
        }
      }
    }

    double dot(int row, Factor other, int column) {
      double result = 0;
      int left = row * depth;
      int right = column * depth;
      for (int k = 0; k < depth; k++) {
        result += numbers[left + k] * other.numbers[right + k];
      }
      return result;
    }
  }
}
