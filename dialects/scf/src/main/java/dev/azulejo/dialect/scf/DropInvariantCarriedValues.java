// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Takes carried values out of a loop: those that every iteration hands on as they came, or as they
 * began, and those that nobody looks at.
 */
final class DropInvariantCarriedValues {
  private DropInvariantCarriedValues() {}

  static boolean rewrite(ForOp op, Rewriter rewriter) {
    List<Value> inits = op.initArgs();
    List<BlockArgument> carried = List.copyOf(op.carried());
    List<Value> yielded = op.terminator().values();
    BitSet dropped = new BitSet();
    for (int i = 0; i < inits.size(); i++) {
      boolean invariant = yielded.get(i) == carried.get(i) || yielded.get(i) == inits.get(i);
      boolean unseen = carried.get(i).isUnused() && op.result(i).isUnused();
      if (invariant || unseen) {
        dropped.set(i);
      }
    }
    if (dropped.isEmpty()) {
      return false;
    }
    for (int i = 0; i < inits.size(); i++) {
      if (dropped.get(i)) {
        rewriter.replaceAllUses(carried.get(i), inits.get(i));
        rewriter.replaceAllUses(op.result(i), inits.get(i));
      }
    }
    rebuild(op, inits, dropped, rewriter);
    return true;
  }

  private static void rebuild(ForOp op, List<Value> inits, BitSet dropped, Rewriter rewriter) {
    YieldOp end = op.terminator();
    List<Value> yielded = without(end.values(), dropped);
    rewriter.modify(end, () -> end.setOperandGroup(0, yielded));
    Block body = op.body();
    for (int i = dropped.length() - 1; i >= 0; i = dropped.previousSetBit(i - 1)) {
      body.eraseArgument(i + 1);
    }
    ForOp loop = ForOp.withBodyOf(op, rewriter.before(op), without(inits, dropped));
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < inits.size(); i++) {
      results.add(
          dropped.get(i) ? inits.get(i) : loop.result(results.size() - droppedBefore(i, dropped)));
    }
    rewriter.replace(op, results);
  }

  private static int droppedBefore(int index, BitSet dropped) {
    return dropped.get(0, index).cardinality();
  }

  private static List<Value> without(List<Value> values, BitSet dropped) {
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!dropped.get(i)) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }
}
