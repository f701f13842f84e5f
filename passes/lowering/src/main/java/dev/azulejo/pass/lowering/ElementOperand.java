// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operand in shared memory that is loaded element by element, for {@code ldmatrix} can't: right
 * however it lies, and slow. What a last step has behind the end of K is zero.
 */
final class ElementOperand implements MatrixOperand {
  private final Kernel kernel;
  private final OperandPart part;
  private final SharedRegion region;
  private final Layout elements;
  private final Value registers;
  private final int perRegister;

  /**
   * An operand.
   *
   * @param elements the inverse of the {@link OperandPart#block block's} layout
   */
  ElementOperand(Kernel kernel, OperandPart part, SharedRegion region, Layout elements) {
    this.kernel = kernel;
    this.part = part;
    this.region = region;
    this.elements = elements;
    this.perRegister = FragmentOperand.perRegister(part.instruction());
    long count = (long) part.blocks() * part.registersOfBlock();
    this.registers = kernel.scratch(part.name(), count, IntegerType.I32);
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
    return block * part.registersOfBlock();
  }

  @Override
  public void load(Inserter at, int step) {
    for (int block = 0; block < blocks(); block++) {
      for (int i = 0; i < part.registersOfBlock(); i++) {
        Value word = word(at, step, block, i);
        Value place = kernel.math().constant(register(step, block) + i);
        StoreOp.create(at, word, registers, List.of(place));
      }
    }
  }

  private Value word(Inserter at, int step, int block, int register) {
    ThreadMath math = kernel.math();
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < perRegister; i++) {
      parts.add(element(at, step, block, register * perRegister + i));
    }
    return switch (perRegister) {
      case 1 -> parts.getFirst();
      case 2 ->
          RegisterTile.permuted(at, math, parts.get(0), parts.get(1), RegisterTile.LOW_HALVES);
      default -> {
        Value low =
            RegisterTile.permuted(at, math, parts.get(0), parts.get(1), RegisterTile.LOW_BYTES);
        Value high =
            RegisterTile.permuted(at, math, parts.get(2), parts.get(3), RegisterTile.LOW_BYTES);
        yield RegisterTile.permuted(at, math, low, high, RegisterTile.LOW_HALVES);
      }
    };
  }

  /** An element by its place in the lane's array of registers, in the low bits of an i32. */
  private Value element(Inserter at, int step, int block, int place) {
    List<IndexExpr> inputs = List.of(IndexExpr.constant(place), OperandPart.LANE);
    IndexExpr row = expr(elements.forward().get(0), inputs);
    IndexExpr k = expr(elements.forward().get(1), inputs);
    ThreadFunction depth = ThreadFunction.of(k, kernel.threads());
    long left = part.left(step);
    Value zero = kernel.math().constant(IntegerAttr.i32(0));
    if (depth.min() >= left) {
      return zero;
    }
    Address address = region.address(part.point(step, block, row, k));
    Value isThere = depth.max() < left ? null : isThere(at, k, left);
    return load(at, address, isThere, zero);
  }

  private IndexExpr expr(IndexExpr expr, List<IndexExpr> inputs) {
    return ThreadFunction.of(expr, inputs, kernel.threads()).expr();
  }

  private Value isThere(Inserter at, IndexExpr k, long left) {
    Value own = kernel.math().value(k);
    return CmpIOp.create(at, CmpIPredicate.SLT, own, kernel.math().constant(left)).result();
  }

  private Value load(Inserter at, Address address, @Nullable Value isThere, Value zero) {
    LdOp load =
        isThere == null
            ? LdOp.create(at, "shared", address.base(), address.bytes(), List.of(IntegerType.I32))
            : LdOp.createGuarded(
                at, "shared", address.base(), address.bytes(), isThere, List.of(zero));
    int bits = part.instruction().bits();
    if (bits < Integer.SIZE) {
      load.setAttribute("as", StringAttr.of("u" + bits));
    }
    return load.values().getFirst();
  }
}
