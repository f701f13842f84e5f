// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** From where to where values are needed; found for those that are asked about. */
final class Lifetimes {

  /** Where a value comes to be: an operation of a block, or -1 for the block's start. */
  private record Point(int block, int position) {}

  /** In which blocks a value is needed at the start and at the end, and where last in between. */
  private static final class Life {
    final Point start;
    final BitSet in = new BitSet();
    final BitSet out = new BitSet();
    final Map<Integer, Integer> lastUse = new HashMap<>();

    Life(Point start) {
      this.start = start;
    }
  }

  private final Map<Block, Integer> blocks = new IdentityHashMap<>();
  private final Map<Operation, Integer> positions = new IdentityHashMap<>();
  private final List<List<Integer>> predecessors = new ArrayList<>();
  private final BitSet[] tied;
  private final Map<Value, Life> lives = new IdentityHashMap<>();

  Lifetimes(KernelOp kernel) {
    for (Block block : kernel.body().blocks()) {
      blocks.put(block, blocks.size());
      int position = 0;
      for (Operation op : block) {
        positions.put(op, position++);
      }
    }
    tied = new BitSet[blocks.size()];
    for (Block block : kernel.body().blocks()) {
      BitSet here = new BitSet();
      for (Operation op : block) {
        boolean hasTies = op instanceof Instruction one && !one.syntax().ties().isEmpty();
        here.set(position(op), hasTies);
      }
      tied[index(block)] = here;
      List<Integer> before = new ArrayList<>();
      block.predecessors().forEach(other -> before.add(index(other)));
      predecessors.add(before);
    }
  }

  private int index(Block block) {
    Integer index = blocks.get(block);
    if (index == null) {
      throw new CompilerBug("a block of another kernel");
    }
    return index;
  }

  private int position(Operation op) {
    Integer position = positions.get(op);
    if (position == null) {
      throw new CompilerBug("an operation of another kernel");
    }
    return position;
  }

  /** Can't two values be in one register? */
  boolean interfere(Value one, Value other) {
    Life a = life(one);
    Life b = life(other);
    return a.start.equals(b.start) || isNeeded(a, b.start) || isNeeded(b, a.start);
  }

  /** Is a value there already, and needed still, when another comes to be? */
  private boolean isNeeded(Life life, Point at) {
    int block = at.block();
    boolean begun =
        life.in.get(block)
            || (life.start.block() == block && life.start.position() <= at.position());
    if (!begun) {
      return false;
    }
    if (life.out.get(block)) {
      return true;
    }
    // What an instruction reads may be where it writes, unless it writes before it reads.
    boolean early = at.position() >= 0 && tied[block].get(at.position());
    int last = life.lastUse.getOrDefault(block, -1);
    return early ? last >= at.position() : last > at.position();
  }

  private Life life(Value value) {
    Life known = lives.get(value);
    if (known == null) {
      known = compute(value);
      lives.put(value, known);
    }
    return known;
  }

  private Life compute(Value value) {
    Life life = new Life(start(value));
    for (Use use : value.uses()) {
      Operation owner = use.owner();
      Block block = owner.block();
      if (block == null) {
        throw new CompilerBug("a value is used outside of blocks");
      }
      int index = index(block);
      life.lastUse.merge(index, position(owner), Math::max);
      if (index != life.start.block()) {
        needAtStart(life, index);
      }
    }
    return life;
  }

  private Point start(Value value) {
    if (value instanceof BlockArgument argument) {
      return new Point(index(argument.owner()), -1);
    }
    Operation from = value.definingOp();
    Block block = from == null ? null : from.block();
    if (from == null || block == null) {
      throw new CompilerBug("a value comes from nowhere");
    }
    return new Point(index(block), position(from));
  }

  private void needAtStart(Life life, int block) {
    List<Integer> waiting = new ArrayList<>();
    waiting.add(block);
    while (!waiting.isEmpty()) {
      int next = waiting.removeLast();
      if (life.in.get(next)) {
        continue;
      }
      life.in.set(next);
      for (int before : predecessors.get(next)) {
        life.out.set(before);
        if (before != life.start.block()) {
          waiting.add(before);
        }
      }
    }
  }
}
