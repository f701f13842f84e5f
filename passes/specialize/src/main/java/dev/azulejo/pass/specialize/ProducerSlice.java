// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the producer needs of a launch to issue its loads where and when the launch does: the loops
 * and conditions around them, and all that their operands, bounds and conditions are computed from.
 * It computes that for itself. What it reads must therefore never change, or be in buffers that
 * each role may have for itself.
 */
final class ProducerSlice {
  /** Says why something can't be computed by two roles, each for itself. */
  static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Operation culprit;

    Impossible(Operation culprit, String reason) {
      super(reason, null, false, false);
      this.culprit = culprit;
    }

    /** The operation that stands in the way. */
    Operation culprit() {
      return culprit;
    }

    /** Why. */
    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** How long a list may be that the producer has for itself. */
  private static final long MOST_NUMBERS = 256;

  private final LaunchOp launch;
  private final LaunchMemory memory;
  private final Set<Operation> operations = new HashSet<>();
  private final Set<Value> values = new HashSet<>();
  private final Set<Value> buffers = new HashSet<>();
  private final Map<Value, AllocOp> lists = new LinkedHashMap<>();
  private final Deque<Operation> open = new ArrayDeque<>();

  ProducerSlice(LaunchOp launch, LaunchMemory memory) {
    this.launch = launch;
    this.memory = memory;
  }

  /** Adds a load and all that it needs. */
  void addLoad(Operation load) throws Impossible {
    addFrames(load);
    operations.add(load);
    open.add(load);
    while (!open.isEmpty()) {
      addOperands(open.removeFirst());
    }
  }

  /** Does the producer have an operation? */
  boolean contains(Operation op) {
    return operations.contains(op);
  }

  /** Does the producer need a value that a loop or a condition hands on? */
  boolean needs(Value value) {
    return values.contains(value);
  }

  /** The shared buffers instead of which the producer has some of its own. */
  Collection<AllocOp> lists() {
    return lists.values();
  }

  private void addOperands(Operation op) throws Impossible {
    switch (op) {
      case dev.azulejo.dialect.scf.ForOp loop -> {
        addValue(loop.lowerBound());
        addValue(loop.upperBound());
        addValue(loop.step());
      }
      case WhileOp loop -> addValue(loop.condition().condition());
      case IfOp branch -> addValue(branch.condition());
      case ForOp loop -> {
        for (Value bound : loop.operands()) {
          addValue(bound);
        }
      }
      default -> addAllOperands(op, op);
    }
  }

  /** The operands of a leaf and of what is in it. */
  private void addAllOperands(Operation op, Operation leaf) throws Impossible {
    for (Value operand : op.operands()) {
      if (!isInside(operand, leaf)) {
        addValue(operand);
      }
    }
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (Operation nested : block) {
          addAllOperands(nested, leaf);
        }
      }
    }
  }

  private static boolean isInside(Value value, Operation op) {
    Operation owner =
        value instanceof BlockArgument argument ? argument.owner().parentOp() : value.definingOp();
    return owner != null && (owner == op || owner.isInside(op));
  }

  private void addValue(Value value) throws Impossible {
    if (!isInside(value, launch) || !values.add(value)) {
      return;
    }
    if (value instanceof BlockArgument argument) {
      addArgument(argument);
    } else if (value instanceof OpResult result) {
      addResult(result);
    }
  }

  private void addArgument(BlockArgument argument) throws Impossible {
    Operation owner = argument.owner().parentOp();
    if (owner instanceof dev.azulejo.dialect.scf.ForOp loop) {
      if (argument.index() > 0) {
        addCarried(loop, argument.index() - 1);
      }
    } else if (owner instanceof WhileOp loop) {
      addHanded(loop, argument.owner() == loop.body(), argument.index());
    } else if (owner != launch && owner != null && !(owner instanceof ForOp)) {
      throw new Impossible(owner, "the producer would need a part of '" + owner.name() + "'");
    }
  }

  private void addCarried(dev.azulejo.dialect.scf.ForOp loop, int index) throws Impossible {
    values.add(loop.result(index));
    values.add(loop.carried().get(index));
    addFrames(loop);
    addFrame(loop);
    addValue(loop.initArgs().get(index));
    addValue(loop.terminator().values().get(index));
  }

  /** A value that a loop takes from iteration to iteration, or hands to its second region. */
  private void addHanded(WhileOp loop, boolean isOn, int index) throws Impossible {
    addFrames(loop);
    addFrame(loop);
    if (isOn) {
      values.add(loop.result(index));
      values.add(loop.body().arguments().get(index));
      addValue(loop.condition().args().get(index));
    } else {
      addValue(loop.inits().get(index));
      addValue(loop.terminator().values().get(index));
    }
  }

  private void addResult(OpResult result) throws Impossible {
    Operation op = result.owner();
    switch (op) {
      case dev.azulejo.dialect.scf.ForOp loop -> addCarried(loop, result.index());
      case WhileOp loop -> addHanded(loop, true, result.index());
      case IfOp branch -> {
        addFrames(branch);
        addFrame(branch);
        addValue(branch.thenYield().values().get(result.index()));
        YieldOp otherwise = branch.elseYield();
        if (otherwise != null) {
          addValue(otherwise.values().get(result.index()));
        }
      }
      default -> addLeaf(op);
    }
  }

  /** An operation that the producer executes as the consumers do. */
  private void addLeaf(Operation part) throws Impossible {
    Operation op = Frames.leaf(part, launch);
    if (op == null || !operations.add(op)) {
      return;
    }
    addFrames(op);
    open.add(op);
    if (op instanceof Pure || (op instanceof AllocOp alloc && addsBuffer(alloc))) {
      return;
    }
    Accesses accesses = Accesses.of(op);
    if (accesses.unknown()) {
      throw new Impossible(op, "the producer would need what '" + op.name() + "' does");
    }
    for (Access access : accesses.all()) {
      addAccess(op, access);
    }
  }

  /** Shared buffers are there for all roles; others are made, and filled, by each for itself. */
  private boolean addsBuffer(AllocOp alloc) throws Impossible {
    Value buffer = alloc.buffer();
    if (Space.of(buffer) != Space.SHARED && buffers.add(buffer)) {
      for (Operation writer : memory.writers(buffer)) {
        addLeaf(writer);
      }
    }
    return true;
  }

  private void addAccess(Operation op, Access access) throws Impossible {
    var region = access.region();
    Space space = region == null ? null : Space.of(region.root());
    boolean isPrivate = space == Space.FRAGMENT || space == Space.LOCAL;
    if (access.mode() == Access.Mode.ALLOCATE || isPrivate || memory.isConstant(access)) {
      return;
    }
    if (region != null && space == Space.SHARED && addsList(region.root())) {
      return;
    }
    if (access.isRead() && region != null) {
      throw new Impossible(
          op,
          space == Space.SHARED
              ? "the producer would need data from shared memory"
              : "the producer would need data that the launch changes");
    }
    throw new Impossible(op, "the producer would need what '" + op.name() + "' does");
  }

  /**
   * A few numbers in shared memory that nothing but plain stores and copies writes, of what each
   * role can compute: the producer has them in a list of its own.
   */
  private boolean addsList(Value buffer) throws Impossible {
    if (lists.containsKey(buffer)) {
      return true;
    }
    if (!(buffer.definingOp() instanceof AllocOp alloc) || !isList(alloc)) {
      return false;
    }
    lists.put(buffer, alloc);
    for (Operation writer : memory.writers(buffer)) {
      addLeaf(writer);
    }
    return true;
  }

  private boolean isList(AllocOp alloc) {
    if (alloc.versions().isPresent()
        || !(alloc.buffer().type() instanceof MemRefType type)
        || type.elementCount() > MOST_NUMBERS) {
      return false;
    }
    for (Use use : alloc.buffer().uses()) {
      Operation user = use.owner();
      boolean isPlain = user instanceof LoadOp || user instanceof StoreOp || user instanceof CopyOp;
      if (!isPlain || Frames.leaf(user, launch) != user) {
        return false;
      }
    }
    return true;
  }

  private void addFrames(Operation op) throws Impossible {
    for (Operation outer = op.parentOp(); outer != launch; outer = outer.parentOp()) {
      if (outer == null || !Frames.isFrame(outer)) {
        throw new Impossible(
            outer == null ? op : outer,
            "roles can't have '" + (outer == null ? op : outer).name() + "' for themselves");
      }
      addFrame(outer);
    }
  }

  private void addFrame(@Nullable Operation frame) {
    if (frame != null && operations.add(frame)) {
      open.add(frame);
    }
  }
}
