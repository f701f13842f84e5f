// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.matrix.MmaInstruction;

/**
 * An operand in registers, which lies as the instruction has it. Elements of f32, which have to be
 * rounded for it, are copied; others are multiplied where they are.
 */
final class FragmentOperand implements MatrixOperand {
  private final Kernel kernel;
  private final OperandPart part;
  private final RegisterTile tile;
  private final boolean isRounded;
  private final Value registers;

  /**
   * An operand.
   *
   * @param tile a fragment that lies as the instruction has it
   * @param isRounded whether its elements are f32, and rounded to tf32
   */
  FragmentOperand(Kernel kernel, OperandPart part, RegisterTile tile, boolean isRounded) {
    this.kernel = kernel;
    this.part = part;
    this.tile = tile;
    this.isRounded = isRounded;
    long count = (long) part.blocks() * part.registersOfBlock();
    this.registers =
        isRounded ? kernel.scratch(part.name(), count, IntegerType.I32) : tile.registers();
  }

  @Override
  public int blocks() {
    return part.blocks();
  }

  @Override
  public Value registers() {
    return registers;
  }

  @Override
  public int register(int step, int block) {
    return isRounded ? block * part.registersOfBlock() : inTile(step, block);
  }

  @Override
  public void load(Inserter at, int step) {
    if (!isRounded) {
      return;
    }
    for (int block = 0; block < blocks(); block++) {
      for (int i = 0; i < part.registersOfBlock(); i++) {
        Value element = tile.loadRegister(at, kernel.math(), inTile(step, block) + i);
        Rounding.write(kernel, at, element, registers, register(step, block) + i);
      }
    }
  }

  /** The first register of a block in the fragment, which is the same in every warp. */
  private int inTile(int step, int block) {
    Fragment fragment = tile.fragment();
    int rank = fragment.inputShape().rank();
    var corner = new long[rank];
    corner[rank - (part.rowsAreK() ? 1 : 2)] = (long) block * part.width();
    corner[rank - (part.rowsAreK() ? 2 : 1)] = (long) step * part.instruction().depth();
    return Math.toIntExact(fragment.places().linear(corner) / perRegister(part.instruction()));
  }

  /** How many elements a register of the instruction holds. */
  static int perRegister(MmaInstruction instruction) {
    return Integer.SIZE / instruction.bits();
  }
}
