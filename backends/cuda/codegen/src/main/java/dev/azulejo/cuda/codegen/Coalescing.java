// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts arguments of blocks and what jumps hand to them into one register where their lives do not
 * overlap, so that jumps copy little.
 */
final class Coalescing {
  private final Forwarding forwarding;
  private final Lifetimes lifetimes;
  private final Map<Value, List<Value>> groups = new IdentityHashMap<>();

  private Coalescing(KernelOp kernel, Forwarding forwarding) {
    this.forwarding = forwarding;
    this.lifetimes = new Lifetimes(kernel);
  }

  static Coalescing of(KernelOp kernel, Forwarding forwarding) {
    Coalescing coalescing = new Coalescing(kernel, forwarding);
    for (Block block : kernel.body().blocks()) {
      Operation end = block.last();
      if (end instanceof BranchOp branch) {
        for (int i = 0; i < end.successors().size(); i++) {
          coalescing.join(end.successors().get(i).arguments(), branch.successorOperands(i));
        }
      }
    }
    return coalescing;
  }

  /** The values that share a register with one, itself included. */
  List<Value> group(Value value) {
    return groups.computeIfAbsent(value, List::of);
  }

  private void join(List<BlockArgument> arguments, List<Value> values) {
    for (int i = 0; i < arguments.size(); i++) {
      Value value = values.get(i);
      boolean fixed = value.definingOp() instanceof ConstantOp || forwarding.place(value) != null;
      if (!fixed && !arguments.get(i).isUnused()) {
        join(arguments.get(i), value);
      }
    }
  }

  private void join(Value argument, Value value) {
    List<Value> one = group(argument);
    List<Value> other = group(value);
    if (one == other || RegisterClass.of(argument.type()) != RegisterClass.of(value.type())) {
      return;
    }
    for (Value a : one) {
      for (Value b : other) {
        if (lifetimes.interfere(a, b)) {
          return;
        }
      }
    }
    List<Value> both = new ArrayList<>(one);
    both.addAll(other);
    both.forEach(member -> groups.put(member, both));
  }
}
