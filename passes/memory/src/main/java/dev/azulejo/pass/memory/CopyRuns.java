// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies asynchronous in runs: copies with nothing but arithmetic between them, and loops and
 * conditions around such, are committed and waited for together, behind the last of them. No two
 * copies of a run write the same place, for they complete in any order.
 */
final class CopyRuns {
  private final Predicate<CopyOp> wanted;
  private final Map<CopyOp, Boolean> known = new HashMap<>();
  private final List<BufferRegion> targets = new ArrayList<>();
  private @Nullable Operation last;
  private boolean changed;

  /** Runs of the copies that are wanted; each is asked about once. */
  CopyRuns(Predicate<CopyOp> wanted) {
    this.wanted = wanted;
  }

  /** Goes over a block; returns whether anything was changed. */
  boolean visit(Block block) {
    for (Operation op : List.copyOf(block.operations())) {
      if (op instanceof CopyOp copy && isWanted(copy)) {
        add(copy);
      } else if (isOfCopies(op)) {
        addAll(op);
      } else if (op instanceof dev.azulejo.dialect.pipeline.ForOp) {
        // Which of its copies are asynchronous is planned.
        close();
      } else if (op.regionCount() > 0 || !Accesses.of(op).isEmpty()) {
        close();
        for (Region region : op.regions()) {
          for (Block inner : region.blocks()) {
            visit(inner);
            close();
          }
        }
      }
    }
    close();
    return changed;
  }

  private boolean isWanted(CopyOp copy) {
    return known.computeIfAbsent(copy, wanted::test);
  }

  private void add(CopyOp copy) {
    closeIfWritten(copy.targetRegion());
    targets.add(copy.targetRegion());
    last = replace(copy);
  }

  private void closeIfWritten(BufferRegion target) {
    for (BufferRegion written : targets) {
      if (written.mayConflict(target)) {
        close();
        return;
      }
    }
  }

  private AsyncCopyOp replace(CopyOp copy) {
    AsyncCopyOp async =
        AsyncCopyOp.create(Inserter.before(copy), copy.sourceRegion(), copy.targetRegion());
    copy.erase();
    changed = true;
    return async;
  }

  private void close() {
    if (last != null) {
      Operation wait = WaitGroupOp.create(Inserter.after(last), 0);
      CommitGroupOp.create(Inserter.before(wait));
    }
    last = null;
    targets.clear();
  }

  // --- Loops and conditions that only copy ------------------------------------------------------

  /** Is it a loop or a condition with copies that are wanted, and arithmetic, alone? */
  private boolean isOfCopies(Operation op) {
    return (op instanceof ForOp || op instanceof IfOp)
        && hasOnlyCopies(op, op)
        && areApart(copies(op));
  }

  /** Are there copies, and does none write what another one does? */
  private static boolean areApart(List<CopyOp> copies) {
    for (int i = 0; i < copies.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (copies.get(i).targetRegion().mayConflict(copies.get(j).targetRegion())) {
          return false;
        }
      }
    }
    return !copies.isEmpty();
  }

  private boolean hasOnlyCopies(Operation around, Operation root) {
    for (Region region : around.regions()) {
      for (Block block : region.blocks()) {
        for (Operation op : block) {
          boolean isOne =
              switch (op) {
                case CopyOp copy -> isApart(copy, root) && isWanted(copy);
                case ForOp _, IfOp _ -> hasOnlyCopies(op, root);
                default ->
                    op.regionCount() == 0
                        && (op instanceof Terminator || Accesses.of(op).isEmpty());
              };
          if (!isOne) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Does a copy write another place in each iteration of the loops around it? */
  private static boolean isApart(CopyOp copy, Operation root) {
    Operation at = copy.parentOp();
    while (at != null) {
      if (at instanceof ForOp loop && !names(copy.targetRegion(), loop.inductionVar())) {
        return false;
      }
      if (at == root) {
        return true;
      }
      at = at.parentOp();
    }
    return true;
  }

  /** Is a region one line thick where a value says which? */
  private static boolean names(BufferRegion region, Value value) {
    for (int i = 0; i < region.offsets().size(); i++) {
      if (region.offsets().get(i) instanceof Offset.Dynamic(Value offset)
          && offset == value
          && region.sizes().get(i) == 1) {
        return true;
      }
    }
    return false;
  }

  private static List<CopyOp> copies(Operation root) {
    List<CopyOp> copies = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof CopyOp copy) {
        copies.add(copy);
      }
    });
    return copies;
  }

  private void addAll(Operation op) {
    List<CopyOp> copies = copies(op);
    for (CopyOp copy : copies) {
      closeIfWritten(copy.targetRegion());
    }
    for (CopyOp copy : copies) {
      targets.add(BufferRegion.whole(copy.target()));
      replace(copy);
    }
    last = op;
  }
}
