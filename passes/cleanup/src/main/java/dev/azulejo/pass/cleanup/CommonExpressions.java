// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.analysis.Dominance;
import dev.azulejo.ir.analysis.DominatorTree;
import dev.azulejo.ir.analysis.Equivalence;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.rewrite.DeadCode;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.rewrite.ScopedMap;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the dominator trees with a table of the operations seen on the way down. The hash of an
 * operation in the table holds, for what defines its operands was visited before it.
 */
final class CommonExpressions {

  /** An operation as a key: equal to its equivalents. */
  private record Expression(Operation op, int hash) {
    static Expression of(Operation op) {
      return new Expression(op, Equivalence.hash(op));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Expression expression
          && hash == expression.hash
          && (op == expression.op || Equivalence.areEquivalent(op, expression.op));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private record Visit(Block block, int child) {}

  private final Dominance dominance;
  private final Rewriter rewriter;
  private long merged;
  private long erased;

  CommonExpressions(Dominance dominance, Rewriter rewriter) {
    this.dominance = dominance;
    this.rewriter = rewriter;
  }

  /** How many operations gave way to an equivalent one. */
  long merged() {
    return merged;
  }

  /** How many operations nobody needed. */
  long erased() {
    return erased;
  }

  /** Merges what is in the regions of an operation, with nothing known from outside. */
  void mergeIn(Operation op) {
    ScopedMap<Expression, Operation> known = new ScopedMap<>();
    for (Region region : op.regions()) {
      mergeIn(region, known);
    }
  }

  private void mergeIn(Region region, ScopedMap<Expression, Operation> known) {
    if (region.isEmpty()) {
      return;
    }
    DominatorTree tree = region.blocks().size() == 1 ? null : dominance.tree(region);
    List<Visit> path = new ArrayList<>();
    enter(region.entry(), known, path);
    while (!path.isEmpty()) {
      Visit visit = path.removeLast();
      List<Block> children = tree == null ? List.of() : tree.children(visit.block());
      if (visit.child() == children.size()) {
        known.leave();
        continue;
      }
      path.add(new Visit(visit.block(), visit.child() + 1));
      enter(children.get(visit.child()), known, path);
    }
  }

  private void enter(Block block, ScopedMap<Expression, Operation> known, List<Visit> path) {
    known.enter();
    path.add(new Visit(block, 0));
    for (Operation op : block) {
      if (op instanceof IsolatedFromAbove || !op.schema().isRegistered()) {
        mergeIn(op);
      } else {
        for (Region region : op.regions()) {
          mergeIn(region, known);
        }
      }
      simplify(op, known);
    }
  }

  private void simplify(Operation op, ScopedMap<Expression, Operation> known) {
    if (op instanceof Terminator || op instanceof Symbol) {
      return;
    }
    if (DeadCode.isTriviallyDead(op)) {
      rewriter.erase(op);
      erased++;
      return;
    }
    Accesses accesses = Accesses.of(op);
    if (accesses.unknown() || accesses.reads().size() < accesses.all().size()) {
      return;
    }
    Expression key = Expression.of(op);
    Operation same = known.get(key);
    if (same != null && isUnchangedBetween(same, op, accesses) && mayTakeUses(op)) {
      if (same.location() instanceof Location.Unknown) {
        same.setLocation(op.location());
      }
      rewriter.replace(op, same);
      merged++;
      return;
    }
    known.put(key, op);
  }

  private static boolean isUnchangedBetween(Operation first, Operation second, Accesses accesses) {
    return accesses.all().isEmpty() || Clobbers.noneBetween(first, second, accesses.reads());
  }

  /**
   * In a graph region a user may stand before the operation; it has been entered into the table
   * with this operand, which so may not change any more.
   */
  private static boolean mayTakeUses(Operation op) {
    Block block = op.block();
    Region region = block == null ? null : block.region();
    if (region == null || Dominance.isOrdered(region)) {
      return true;
    }
    for (OpResult result : op.results()) {
      for (Use use : result.uses()) {
        Operation user = use.owner();
        while (user != null && user.block() != block) {
          user = user.parentOp();
        }
        if (user == null || !op.isBeforeInBlock(user)) {
          return false;
        }
      }
    }
    return true;
  }
}
