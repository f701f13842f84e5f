// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.GroupProduct;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product that a warpgroup has begun. It reads shared memory at a moment that the seed
 * chooses, up to the first wait that covers it; the registers are its own until each warp has
 * waited.
 */
final class MatrixTask extends Transfer {
  private final ProductCode code;
  private final long a;
  private final long b;
  private final boolean adds;
  private final @Nullable SharedFactor left;
  private final SharedFactor right;
  private final Registers.@Nullable Loan[] sums = new Registers.@Nullable Loan[Warpgroup.WARPS];
  private final Registers.@Nullable Loan[] lefts = new Registers.@Nullable Loan[Warpgroup.WARPS];
  private final long[][][] registersOfA = new long[Warpgroup.WARPS][][];
  private int joined;
  private boolean done;

  /** The product that a warp's instruction begins, with the bits of the two descriptors. */
  MatrixTask(Warp warp, ProductCode code, long a, long b, boolean adds) {
    this.code = code;
    this.a = a;
    this.b = b;
    this.adds = adds;
    GroupProduct product = code.product();
    this.left =
        code.hasRegisters() ? null : factor(warp, "A", a, GroupProduct.ROWS, code.transposeA());
    this.right = factor(warp, "B", b, product.columns(), code.transposeB());
  }

  private SharedFactor factor(Warp warp, String what, long bits, int rows, boolean transposed) {
    var descriptor = new Descriptor(bits);
    String fault = descriptor.fault();
    if (fault != null) {
      throw warp.failure(
          code.place(), 0, "multiplies %s by the descriptor %s, which %s", what, descriptor, fault);
    }
    GroupProduct product = code.product();
    return new SharedFactor(descriptor, rows, product.depth(), product.elementBytes(), transposed);
  }

  @Override
  String what() {
    return "a matrix product";
  }

  @Override
  String word() {
    return "product";
  }

  @Override
  boolean isAsynchronous() {
    return true;
  }

  /** Where it stands. */
  Location place() {
    return code.place();
  }

  /** A warp of the warpgroup comes to it. */
  void join(Warp warp, ProductCode other, long otherA, long otherB, boolean otherAdds) {
    if (other.op() != code.op()) {
      throw new SimulationFailure(
          warp.error(
                  other.place(),
                  0,
                  "begins a matrix product here, but other warps of its warpgroup another one")
              .note(code.place(), "the other product is here"));
    }
    if ((!code.hasRegisters() && otherA != a) || otherB != b || otherAdds != adds) {
      throw warp.failure(
          code.place(),
          0,
          "begins a matrix product with the descriptors 0x%016x and 0x%016x, others of its warpgroup"
              + " with 0x%016x and 0x%016x",
          otherA,
          otherB,
          a,
          b);
    }
    boolean first = joined == 0;
    if (left != null) {
      left.touch(warp, this, first, "A", code.place());
    }
    right.touch(warp, this, first, "B", code.place());
    borrow(warp);
    joined++;
  }

  private void borrow(Warp warp) {
    int index = warp.number() % Warpgroup.WARPS;
    if (code.hasRegisters()) {
      int count = code.product().registersOfA();
      var loan = new Registers.Loan(this, code.firstLeft(), count, false, code.place());
      Registers array = warp.registers(code.left());
      for (int i = 0; i < count; i++) {
        array.lend(warp, code.firstLeft() + i, loan, true);
      }
      lefts[index] = loan;
      long[][] held = array.lent(loan);
      long[][] copy = new long[count][];
      for (int i = 0; i < count; i++) {
        copy[i] = held[i].clone();
      }
      registersOfA[index] = copy;
    }
    int count = code.product().registersOfSum();
    var loan = new Registers.Loan(this, code.firstSum(), count, true, code.place());
    for (int i = 0; i < count; i++) {
      warp.registers(code.sums()).lend(warp, code.firstSum() + i, loan, adds);
    }
    sums[index] = loan;
  }

  /** Have all warps come? */
  boolean isWhole() {
    return joined == Warpgroup.WARPS;
  }

  /** Multiplies, once. */
  void multiply(List<Warp> warps) {
    if (done) {
      return;
    }
    done = true;
    GroupProduct product = code.product();
    SharedMemory shared = warps.getFirst().block().shared();
    if (left != null) {
      left.read(shared, product::setLeft);
    }
    right.read(shared, (column, k, pattern) -> product.setRight(k, column, pattern));
    long[][][] accumulators = new long[Warpgroup.WARPS][][];
    for (int i = 0; i < Warpgroup.WARPS; i++) {
      if (left == null) {
        product.setLeft(i, registersOfA[i]);
      }
      Registers.Loan loan = sums[i];
      accumulators[i] =
          loan == null ? new long[0][] : warps.get(i).registers(code.sums()).lent(loan);
    }
    product.apply(accumulators, adds);
  }

  /** A warp has waited for it. */
  void finish(Warp warp) {
    int index = warp.number() % Warpgroup.WARPS;
    cover(warp);
    Registers.Loan sum = sums[index];
    if (sum != null) {
      warp.registers(code.sums()).giveBack(sum);
    }
    Registers.Loan factor = lefts[index];
    if (factor != null) {
      warp.registers(code.left()).giveBack(factor);
    }
  }
}
