// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a block has been executed, as a value: all its ordinals are that. */
final class PhaseCounter {
  private final Block block;
  private final List<Operation> around;
  private final @Nullable Operation obstacle;

  private PhaseCounter(Block block, List<Operation> around, @Nullable Operation obstacle) {
    this.block = block;
    this.around = around;
    this.obstacle = obstacle;
  }

  /** The count of a block's executions since its role, or the block of threads, began. */
  static PhaseCounter of(Block block) {
    List<Operation> around = new ArrayList<>();
    Operation op = block.parentOp();
    while (op instanceof ForOp || op instanceof WhileOp || op instanceof IfOp) {
      around.addFirst(op);
      op = op.parentOp();
    }
    return new PhaseCounter(
        block, around, op instanceof LaunchOp || op instanceof RolesOp ? null : op);
  }

  /** What stands around the block and can't carry a count, or null. */
  @Nullable Operation obstacle() {
    return obstacle;
  }

  /** Is it a value of its own, rather than a number of an iteration? */
  boolean isCarried() {
    return !around.isEmpty() && !isPlainLoop();
  }

  private boolean isPlainLoop() {
    return around.size() == 1 && around.getFirst() instanceof ForOp;
  }

  /** Replaces ordinals of the block by the count. */
  void replace(List<OrdinalOp> ordinals) {
    if (around.isEmpty()) {
      use(ConstantOp.index(Inserter.before(ordinals.getFirst()), 0), ordinals);
    } else if (isPlainLoop()) {
      use(iteration((ForOp) around.getFirst(), Inserter.before(ordinals.getFirst())), ordinals);
    } else {
      Inserter ahead = Inserter.before(around.getFirst());
      Value zero = ConstantOp.create(ahead, IntegerAttr.i32(0)).result();
      Value one = ConstantOp.create(ahead, IntegerAttr.i32(1)).result();
      carry(0, zero, one, ordinals);
    }
  }

  /** The number of a loop's iteration, from 0. */
  private static Value iteration(ForOp loop, Inserter at) {
    Value number = loop.inductionVar();
    if (!isConstant(loop.lowerBound(), 0)) {
      number = SubIOp.create(at, number, loop.lowerBound()).result();
    }
    if (!isConstant(loop.step(), 1)) {
      number = DivUIOp.create(at, number, loop.step()).result();
    }
    return asIndex(at, number);
  }

  private static boolean isConstant(Value value, long expected) {
    return Constants.of(value) instanceof IntegerAttr known
        && known.value().bitLength() < Long.SIZE
        && known.longValue() == expected;
  }

  private static Value asIndex(Inserter at, Value number) {
    return number.type().equals(IndexType.INSTANCE)
        ? number
        : IndexCastOp.create(at, number, IndexType.INSTANCE).result(0);
  }

  private static void use(Value count, List<OrdinalOp> ordinals) {
    for (OrdinalOp ordinal : ordinals) {
      ordinal.result().replaceAllUsesWith(count);
      ordinal.erase();
    }
  }

  /**
   * Hands a count through what stands around the block from a depth on; returns what it becomes.
   */
  private Value carry(int depth, Value count, Value one, List<OrdinalOp> ordinals) {
    if (depth == around.size()) {
      use(asIndex(Inserter.before(ordinals.getFirst()), count), ordinals);
      return AddIOp.create(Inserter.before(endOf(block)), count, one).result();
    }
    return switch (around.get(depth)) {
      case IfOp branch -> carry(branch, depth, count, one, ordinals);
      case WhileOp loop -> carry(loop, depth, count, one, ordinals);
      case ForOp loop -> carry(loop, depth, count, one, ordinals);
      case Operation other ->
          throw new CompilerBug("'" + other.name() + "' was found to carry a count");
    };
  }

  private Value carry(ForOp loop, int depth, Value count, Value one, List<OrdinalOp> ordinals) {
    ForOp carrying =
        loop.carryMore(
            List.of(count),
            (_, _, carried) -> List.of(carry(depth + 1, carried.getFirst(), one, ordinals)));
    return carrying.resultValues().getLast();
  }

  private Value carry(WhileOp loop, int depth, Value count, Value one, List<OrdinalOp> ordinals) {
    Block next = depth + 1 == around.size() ? block : around.get(depth + 1).block();
    boolean isOn = next == loop.body();
    WhileOp carrying =
        loop.carryMore(
            count,
            carried -> isOn ? carried : carry(depth + 1, carried, one, ordinals),
            carried -> isOn ? carry(depth + 1, carried, one, ordinals) : carried);
    return carrying.resultValues().getLast();
  }

  private Value carry(IfOp branch, int depth, Value count, Value one, List<OrdinalOp> ordinals) {
    Block next = depth + 1 == around.size() ? block : around.get(depth + 1).block();
    boolean isThen = next == branch.thenBlock();
    Value counted = carry(depth + 1, count, one, ordinals);
    if (branch.elseBlock() == null) {
      YieldOp.create(
          Inserter.atEnd(branch.elseRegion().appendBlock(), branch.location()), List.of());
    }
    append(branch.thenYield(), isThen ? counted : count);
    YieldOp otherwise = branch.elseYield();
    if (otherwise != null) {
      append(otherwise, isThen ? count : counted);
    }
    List<Type> types = new ArrayList<>(branch.resultTypes());
    types.add(IntegerType.I32);
    IfOp handing =
        IfOp.create(
            Inserter.before(branch),
            branch.condition(),
            types,
            taken(branch.thenRegion()),
            taken(branch.elseRegion()));
    for (NamedAttribute attribute : branch.discardableAttributes()) {
      handing.setAttribute(attribute.name(), attribute.value());
    }
    for (int i = 0; i < branch.resultCount(); i++) {
      branch.result(i).replaceAllUsesWith(handing.result(i));
    }
    branch.erase();
    return handing.resultValues().getLast();
  }

  private static Operation endOf(Block block) {
    Operation end = block.last();
    if (end == null) {
      throw new CompilerBug("a block that has been verified ends in nothing");
    }
    return end;
  }

  private static Region taken(Region region) {
    Region taken = new Region();
    taken.takeBlocks(region);
    return taken;
  }

  private static void append(YieldOp yield, Value value) {
    List<Value> values = new ArrayList<>(yield.values());
    values.add(value);
    yield.setOperandGroup(0, values);
  }
}
