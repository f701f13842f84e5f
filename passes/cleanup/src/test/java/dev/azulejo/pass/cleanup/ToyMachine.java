// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Executes functions of the toy dialect. Calls return what a seed decides, and after some number of
 * them the run is over; what can be seen from outside is kept as a list of events.
 */
final class ToyMachine {
  private static final int CALLS = 40;

  private final Map<Value, Long> values = new IdentityHashMap<>();
  private final Map<Long, Long> memory = new TreeMap<>();
  private final List<String> events = new ArrayList<>();
  private final long seed;
  private int calls;
  private long buffers;

  private ToyMachine(long seed) {
    this.seed = seed;
  }

  /** What can be seen when a function runs on some arguments. */
  static List<String> run(Operation func, long seed) {
    ToyMachine machine = new ToyMachine(seed);
    Block entry = func.region(0).entry();
    for (int i = 0; i < entry.arguments().size(); i++) {
      machine.values.put(entry.argument(i), seed + i);
    }
    Block block = entry;
    while (block != null) {
      block = machine.execute(block);
    }
    return machine.events;
  }

  private Block execute(Block block) {
    for (Operation op : block) {
      if (calls == CALLS) {
        return null;
      }
      if (op.schema() == Toy.RETURN) {
        events.add("return " + operands(op));
        return null;
      }
      if (op instanceof BranchOp branch) {
        int taken = op.schema() == Toy.COND_BR && value(op, 0) % 2 != 0 ? 1 : 0;
        return enter(op.successors().get(taken), branch.successorOperands(taken));
      }
      step(op);
    }
    return null;
  }

  private Block enter(Block block, List<Value> given) {
    List<Long> now = given.stream().map(values::get).toList();
    for (int i = 0; i < now.size(); i++) {
      values.put(block.argument(i), now.get(i));
    }
    return block;
  }

  private void step(Operation op) {
    switch (op.name()) {
      case "toy.constant" -> {
        Toy.Number number = (Toy.Number) op.requiredAttribute(0);
        values.put(op.result(0), number.value());
      }
      case "toy.add" -> values.put(op.result(0), value(op, 0) + value(op, 1));
      case "toy.copy" -> values.put(op.result(0), value(op, 0));
      case "toy.alloc" -> values.put(op.result(0), 1000 + buffers++);
      case "toy.load" -> values.put(op.result(0), memory.getOrDefault(value(op, 0), 0L));
      case "toy.store" -> memory.put(value(op, 1), value(op, 0));
      case "toy.call" -> {
        events.add("call " + operands(op) + " with " + memory.get(seed + 1));
        long returned = (seed >> (calls % 60)) & 3;
        calls++;
        op.results().forEach(result -> values.put(result, returned));
      }
      case "toy.loop" -> {
        Block body = op.region(0).entry();
        for (int i = 0; i < 2; i++) {
          execute(body);
        }
        if (calls < CALLS) {
          values.put(op.result(0), value(body.last(), 0));
        }
      }
      case "toy.yield" -> {}
      default -> throw new AssertionError(op.name());
    }
  }

  private long value(Operation op, int index) {
    return values.get(op.operand(index));
  }

  private List<Long> operands(Operation op) {
    return op.operands().stream().map(values::get).toList();
  }
}
