// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small changes to a program, which may leave it right or not. */
final class Mutation {
  private final Random random;
  private final Pool pool;

  Mutation(Random random, Pool pool) {
    this.random = random;
    this.pool = pool;
  }

  /** Makes one change somewhere in a module, or none where the one chosen finds nothing to do. */
  void change(Operation module) {
    List<Operation> all = new ArrayList<>();
    collect(module, all);
    Operation op = all.get(random.nextInt(all.size()));
    switch (random.nextInt(6)) {
      case 0 -> mark(op);
      case 1 -> changeAttribute(op);
      case 2 -> changeOperand(op, all);
      case 3 -> dropAttribute(op);
      case 4 -> repeat(op);
      default -> drop(op);
    }
  }

  private void mark(Operation op) {
    // Upstream's custom form of a mask shows nothing of its yield.
    if (!op.name().equals("vector.yield")) {
      op.setAttribute("t.mark", pool.attribute(random));
    }
  }

  private void changeAttribute(Operation op) {
    List<OpSchema.InherentAttribute> slots = op.schema().attributes();
    if (!slots.isEmpty()) {
      OpSchema.InherentAttribute slot = slots.get(random.nextInt(slots.size()));
      Attribute value = pool.attribute(random, slot.constraint());
      if (value != null) {
        op.setAttribute(slot.name(), value);
      }
    }
  }

  private void dropAttribute(Operation op) {
    List<NamedAttribute> present = op.inherentAttributes();
    if (!present.isEmpty()) {
      op.removeAttribute(present.get(random.nextInt(present.size())).name());
    }
  }

  private void changeOperand(Operation op, List<Operation> all) {
    if (op.operandCount() == 0) {
      return;
    }
    List<Value> values = new ArrayList<>();
    all.forEach(each -> values.addAll(each.results()));
    if (!values.isEmpty()) {
      op.setOperand(random.nextInt(op.operandCount()), values.get(random.nextInt(values.size())));
    }
  }

  private static void repeat(Operation op) {
    Block block = op.block();
    if (block != null) {
      block.insertBefore(op.copy(new ValueMapping()), op);
    }
  }

  private static void drop(Operation op) {
    if (op.block() != null && op.isUnused()) {
      op.erase();
    }
  }

  private static void collect(Operation op, List<Operation> all) {
    all.add(op);
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(nested -> collect(nested, all));
      }
    }
  }
}
