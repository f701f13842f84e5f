// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.number.FloatFormat;

/** How a product is added to an element of a lane's accumulator, and rounded once. */
sealed interface ProductSum {
  /** Adds a product to an element of a lane. */
  void add(long[][] registers, int lane, int element, double product);

  /** Sets an element of a lane to a product. */
  void set(long[][] registers, int lane, int element, double product);

  /** How many elements a register holds. */
  int perRegister();

  /**
   * The sum of an instruction.
   *
   * @param input the word for the numbers that are multiplied
   * @param accumulator the type of the accumulator's registers
   * @param saturates whether sums of whole numbers are kept in range
   */
  static ProductSum of(String input, Type accumulator, boolean saturates) {
    if (accumulator instanceof FloatType real) {
      return new RealSum(Real.of(real.format()));
    }
    boolean whole = input.equals("s8") || input.equals("u8");
    return whole ? new WholeSum(saturates) : new PairSum(Real.of(FloatFormat.F16));
  }

  /** Of whole numbers. */
  record WholeSum(boolean saturates) implements ProductSum {
    @Override
    public void add(long[][] registers, int lane, int element, double product) {
      long total = Width.W32.signed(registers[element][lane]) + (long) product;
      registers[element][lane] =
          saturates ? WholeNumbers.clamp(Width.W32, total) : Width.W32.signed(total);
    }

    @Override
    public void set(long[][] registers, int lane, int element, double product) {
      registers[element][lane] = 0;
      add(registers, lane, element, product);
    }

    @Override
    public int perRegister() {
      return 1;
    }
  }

  /** Of floating-point numbers. */
  record RealSum(Real real) implements ProductSum {
    @Override
    public void add(long[][] registers, int lane, int element, double product) {
      registers[element][lane] = real.encode(product + real.decode(registers[element][lane]));
    }

    @Override
    public void set(long[][] registers, int lane, int element, double product) {
      registers[element][lane] = real.encode(product + 0.0);
    }

    @Override
    public int perRegister() {
      return 1;
    }
  }

  /** Two numbers of 16 bits are in a register. */
  record PairSum(Real real) implements ProductSum {
    private static final int HALF = 16;
    private static final long MASK = 0xffffL;

    @Override
    public void add(long[][] registers, int lane, int element, double product) {
      long old = registers[element / 2][lane] >>> (element % 2 * HALF);
      put(registers, lane, element, product + real.decode(old));
    }

    @Override
    public void set(long[][] registers, int lane, int element, double product) {
      put(registers, lane, element, product + 0.0);
    }

    private void put(long[][] registers, int lane, int element, double number) {
      long[] pair = registers[element / 2];
      int distance = element % 2 * HALF;
      long other = pair[lane] & ~(MASK << distance);
      pair[lane] = Width.W32.signed(other | real.encode(number) << distance);
    }

    @Override
    public int perRegister() {
      return 2;
    }
  }
}
