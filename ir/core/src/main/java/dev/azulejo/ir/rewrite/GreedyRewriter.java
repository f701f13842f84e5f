// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Listener;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.ConstantLike;
import dev.azulejo.ir.trait.IsolatedFromAbove;

/**
 * Erases dead operations, folds, and applies patterns to all that is in an operation, until nothing
 * changes. What a change may have made possible is looked at again: the users of a replaced value,
 * what defines the operands of an erased operation, what was inserted or modified.
 */
public final class GreedyRewriter {
  private final Operation root;
  private final PatternSet patterns;
  private final GreedyOptions options;
  private final boolean bordered;
  private final Worklist<Operation> worklist;
  private final Rewriter rewriter;
  private final ConstantPool constants;
  private final Folder folder;
  private long folded;
  private long rewritten;
  private long erased;

  private GreedyRewriter(
      Operation root, PatternSet patterns, GreedyOptions options, Dialects dialects) {
    this.root = root;
    this.patterns = patterns;
    this.options = options;
    Long seed = options.seed();
    bordered = root instanceof IsolatedFromAbove || root.block() == null;
    worklist = seed == null ? new Worklist<>() : new Worklist<>(seed);
    rewriter = new Rewriter(dialects, new Watcher());
    constants = new ConstantPool(root, rewriter);
    folder = new Folder(rewriter, constants);
  }

  /** Rewrites what is in {@code root}, but not {@code root} itself. */
  public static GreedyResult run(
      Operation root, PatternSet patterns, GreedyOptions options, Dialects dialects) {
    return new GreedyRewriter(root, patterns, options, dialects).run();
  }

  private GreedyResult run() {
    RegionSimplifier simplifier = new RegionSimplifier(rewriter, options.simplification());
    boolean converged = false;
    if (options.fold() && options.maxIterations() != 0) {
      collectConstants();
    }
    for (int i = 0; !converged && i != options.maxIterations() && hasBudget(); i++) {
      long before = rewriter.changeCount();
      seed();
      drain();
      for (Region region : root.regions()) {
        simplifier.simplify(region);
      }
      converged = rewriter.changeCount() == before;
    }
    return new GreedyResult(rewriter.changeCount() > 0, converged, folded, rewritten, erased);
  }

  private boolean hasBudget() {
    return options.maxRewrites() == GreedyOptions.NO_LIMIT
        || folded + rewritten < options.maxRewrites();
  }

  /**
   * Makes constants unique before anything else is looked at: so those that stand in front keep
   * their order, in whatever order the operations are visited.
   */
  private void collectConstants() {
    root.walk(op -> {
      if (op != root && op instanceof ConstantLike constant && !constants.keep(op, constant)) {
        folded++;
      }
    });
  }

  private void seed() {
    // The last that is put in comes out first.
    if (options.topDown()) {
      root.walk(this::push);
      worklist.reverse();
    } else {
      root.walkPostOrder(this::push);
    }
  }

  private void drain() {
    while (hasBudget()) {
      Operation op = worklist.pop();
      if (op == null) {
        return;
      }
      process(op);
    }
  }

  private void process(Operation op) {
    if (!op.isInside(root)) {
      // It was erased with something around it.
      return;
    }
    if (DeadCode.isTriviallyDead(op)) {
      erased++;
      rewriter.erase(op);
      return;
    }
    if (options.fold() && fold(op)) {
      folded++;
      return;
    }
    for (RewritePattern pattern : patterns.patterns(op.schema())) {
      long before = rewriter.changeCount();
      if (pattern.rewrite(op, rewriter)) {
        rewritten++;
        return;
      }
      if (rewriter.changeCount() != before) {
        throw new CompilerBug(
            "a pattern changed something at a '%s' that it did not match".formatted(op.name()));
      }
    }
  }

  private boolean fold(Operation op) {
    return op instanceof ConstantLike constant ? !constants.keep(op, constant) : folder.fold(op);
  }

  private void push(Operation op) {
    if (op != root && (bordered || op.isInside(root))) {
      worklist.push(op);
    }
  }

  /** Puts into the worklist what a change may have made possible. */
  private final class Watcher implements Listener {
    @Override
    public void inserted(Operation op) {
      for (Region region : op.regions()) {
        for (Block block : region.blocks()) {
          for (Operation nested : block) {
            inserted(nested);
          }
        }
      }
      push(op);
    }

    @Override
    public void modified(Operation op) {
      push(op);
    }

    @Override
    public void replacing(Value old, Value replacement) {
      for (Use use : old.uses()) {
        push(use.owner());
      }
    }

    @Override
    public void erasing(Operation op) {
      for (int i = 0; i < op.operandCount(); i++) {
        Value value = op.operand(i);
        Operation definer = value.definingOp();
        // With this use gone nothing may be left, or a single user that now may look through it.
        if (definer != null && hasAtMostTwoUses(value)) {
          push(definer);
        }
      }
      constants.forget(op);
      worklist.remove(op);
    }

    private static boolean hasAtMostTwoUses(Value value) {
      Use first = value.firstUse();
      Use second = first == null ? null : first.next();
      return second == null || second.next() == null;
    }
  }
}
