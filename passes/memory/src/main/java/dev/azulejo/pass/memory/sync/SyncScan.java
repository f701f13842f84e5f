// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.pipeline.RoleBranch;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.CpAsyncWaitGroupOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.access.Accesses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes over a launch's body as its threads do, and finds where they have to wait for each other
 * because of what they did before. Loops are gone through twice: by a first iteration, and by one
 * that finds what earlier ones left. Conditions that all threads share may hold or not.
 */
final class SyncScan {

  /** What is done where threads have to wait. */
  interface Waits {
    /**
     * The threads that come to an operation have to wait in front of it.
     *
     * @return may the scan go on?
     */
    boolean before(Operation op, Gathering who);

    /** They have to wait behind an operation, whatever else they do. */
    void behind(Operation op, Gathering who);

    /** Threads in one branch have to wait for threads in the other one, which can't be. */
    void betweenBranches(IfOp branch, Operation op);
  }

  private final Map<Operation, List<SharedAccess>> accesses;
  private final AccessReader reader;
  private final Evaluator evaluator;
  private final Pending.Scale scale;
  private final Waits waits;
  private boolean isOver;

  /** Where a scan stands: what is pending, and whether all threads have surely waited. */
  private static final class State {
    private Pending pending;
    private boolean waited;

    State(Pending pending) {
      this.pending = pending;
    }

    void clear() {
      pending.clear();
      waited = true;
    }
  }

  SyncScan(
      Map<Operation, List<SharedAccess>> accesses,
      AccessReader reader,
      Evaluator evaluator,
      Pending.Scale scale,
      Waits waits) {
    this.accesses = accesses;
    this.reader = reader;
    this.evaluator = evaluator;
    this.scale = scale;
    this.waits = waits;
  }

  /** Goes over a block that all threads execute. */
  void run(Block block) {
    visit(block, new State(new Pending(scale)), Gathering.ALL);
  }

  private void visit(Block block, State state, Gathering who) {
    // Operations that are put in front of one that is visited are not visited, those behind it are.
    for (Operation op = block.first(); op != null && !isOver; op = op.next()) {
      switch (op) {
        case BarrierOp _ -> state.clear();
        case BarSyncOp barrier when isOfAll(barrier, who) -> state.clear();
        case BarSyncOp barrier when isOfWarpgroups(barrier, who) -> state.pending.settle();
        case CpAsyncWaitGroupOp wait -> {
          if (!isFollowedByBarrier(wait)) {
            waits.behind(wait, who);
          }
        }
        case ForOp loop -> loop(loop, List.of(loop.body()), state, who);
        case WhileOp loop -> loop(loop, List.of(loop.before().entry(), loop.body()), state, who);
        case IfOp branch -> branch(branch, state, who);
        default -> {
          access(op, state, who);
          for (Region region : op.regions()) {
            optional(op, region, state, who);
          }
        }
      }
    }
  }

  /** Do all threads that come to a barrier wait there? */
  private boolean isOfAll(BarSyncOp barrier, Gathering who) {
    return barrier.threads().isEmpty()
        || Long.valueOf(who.count(evaluator.threads()))
            .equals(evaluator.constant(barrier.threads().get()));
  }

  /** Do those of each warpgroup that comes wait for each other, at a barrier of their own? */
  private boolean isOfWarpgroups(BarSyncOp barrier, Gathering who) {
    ThreadValue number = evaluator.of(barrier.barrier());
    boolean @Nullable [] active = who.active();
    boolean isOne =
        barrier.threads().isPresent()
            && Long.valueOf(Footprint.WARPGROUP)
                .equals(evaluator.constant(barrier.threads().get()));
    if (!isOne || number == null || !number.isKnown() || (who.branch() != null && active == null)) {
      return false;
    }
    Set<Long> numbers = new HashSet<>();
    for (int first = 0; first < evaluator.threads(); first += Footprint.WARPGROUP) {
      int end = Math.min(first + Footprint.WARPGROUP, evaluator.threads());
      boolean comes = active == null || active[first];
      for (int thread = first; thread < end; thread++) {
        boolean isAlike =
            number.known(thread) == number.known(first)
                && (active == null || active[thread] == comes);
        if (!isAlike && comes) {
          return false;
        }
      }
      if (comes && !numbers.add(number.known(first))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFollowedByBarrier(Operation op) {
    Operation next = op.next();
    while (next != null
        && next.regionCount() == 0
        && (next instanceof FenceProxyAsyncOp || Accesses.of(next).isEmpty())) {
      next = next.next();
    }
    return next instanceof BarrierOp || next instanceof BarSyncOp;
  }

  private List<SharedAccess> accesses(Operation op) {
    return accesses.getOrDefault(op, List.of());
  }

  private void access(Operation op, State state, Gathering who) {
    List<SharedAccess> all = accesses(op);
    for (SharedAccess access : all) {
      if (state.pending.conflictsWith(access)) {
        waitBefore(op, state, who);
        break;
      }
    }
    for (SharedAccess access : all) {
      // What is over later has to be waited for later, and there all threads wait.
      if (!access.isLater()) {
        state.pending.add(access);
      }
    }
  }

  private void waitBefore(Operation op, State state, Gathering who) {
    isOver = !waits.before(op, who);
    state.clear();
  }

  // --- Loops ------------------------------------------------------------------------------------

  private void loop(Operation loop, List<Block> bodies, State state, Gathering who) {
    boolean isShared =
        loop instanceof ForOp counted
            ? evaluator.uniformity().isUniformLoop(counted)
            : loop instanceof WhileOp open
                && evaluator.uniformity().isUniform(open.condition().condition());
    Gathering inside = isShared ? who : new Gathering(loop, null);
    State first = new State(new Pending(scale));
    iteration(bodies, first, inside);
    LoopCarry carry = new LoopCarry(loop, evaluator);
    State later = first;
    if (!carry.isOnce()) {
      later = new State(first.pending.with(carry.change(first.waited)));
      iteration(bodies, later, inside);
    }
    if (isOver) {
      return;
    }
    if (findsConflict(bodies, state.pending, inside)) {
      waitBefore(loop, state, who);
    }
    boolean waited = carry.runs() && later.waited;
    if (waited) {
      state.clear();
    }
    state.pending.add(later.pending);
  }

  private void iteration(List<Block> bodies, State state, Gathering who) {
    for (Block body : bodies) {
      visit(body, state, who);
    }
  }

  /** Does something that is pending conflict with what a loop does before threads wait in it? */
  private boolean findsConflict(List<Block> bodies, Pending pending, Gathering coming) {
    boolean[] found = new boolean[1];
    Waits watch =
        new Waits() {
          @Override
          public boolean before(Operation op, Gathering who) {
            found[0] = true;
            return false;
          }

          @Override
          public void behind(Operation op, Gathering who) {}

          @Override
          public void betweenBranches(IfOp branch, Operation op) {}
        };
    SyncScan scan = new SyncScan(accesses, reader, evaluator, scale, watch);
    State state = new State(pending.copy());
    for (Block body : bodies) {
      scan.visit(body, state, coming);
    }
    return found[0];
  }

  // --- Branches ---------------------------------------------------------------------------------

  private void branch(IfOp branch, State state, Gathering who) {
    if (!evaluator.uniformity().isUniform(branch.condition())) {
      divergent(branch, state, who);
      return;
    }
    State then = new State(state.pending.copy());
    visit(branch.thenBlock(), then, who);
    State otherwise = new State(state.pending);
    Block elseBlock = branch.elseBlock();
    if (elseBlock != null) {
      visit(elseBlock, otherwise, who);
    }
    state.pending = otherwise.pending;
    state.pending.add(then.pending);
    state.waited |= then.waited && otherwise.waited;
  }

  /** A region that may be executed once or more, or not at all. */
  private void optional(Operation op, Region region, State state, Gathering who) {
    boolean isShared = true;
    for (int i = 0; i < op.operandCount(); i++) {
      isShared &= evaluator.uniformity().isUniform(op.operand(i));
    }
    State inside = new State(state.pending.copy());
    for (Block block : region.blocks()) {
      visit(block, inside, isShared ? who : new Gathering(op, null));
    }
    state.pending.add(inside.pending);
  }

  /** Threads part: all wait in front, or those that go together wait where they are. */
  private void divergent(IfOp branch, State state, Gathering who) {
    Pending then = all(branch.thenRegion());
    Pending otherwise = all(branch.elseRegion());
    if (conflicts(branch, state.pending)) {
      waitBefore(branch, state, who);
    }
    // What one role shares with another one their barriers with phases order.
    Operation meets = RoleBranch.is(branch) ? null : meeting(branch.elseRegion(), then);
    if (meets != null && !isOver) {
      waits.betweenBranches(branch, meets);
    }
    boolean[] coming = reader.comingTo(branch, true);
    visit(branch.thenBlock(), new State(new Pending(scale)), new Gathering(branch, coming));
    Block elseBlock = branch.elseBlock();
    if (elseBlock != null && !isOver) {
      boolean[] rest = reader.comingTo(branch, false);
      visit(elseBlock, new State(new Pending(scale)), new Gathering(branch, rest));
    }
    state.pending.add(then);
    state.pending.add(otherwise);
  }

  private Pending all(Region region) {
    Pending all = new Pending(scale);
    for (Block block : region.blocks()) {
      for (Operation op : block) {
        op.walk(each -> {
          for (SharedAccess access : accesses(each)) {
            if (!access.isLater()) {
              all.add(access);
            }
          }
        });
      }
    }
    return all;
  }

  private boolean conflicts(IfOp branch, Pending pending) {
    return meeting(branch.thenRegion(), pending) != null
        || meeting(branch.elseRegion(), pending) != null;
  }

  /** The first operation in a region that conflicts with what is pending, or null. */
  private @Nullable Operation meeting(Region region, Pending pending) {
    Operation[] found = new Operation[1];
    for (Block block : region.blocks()) {
      for (Operation op : block) {
        op.walk(each -> {
          for (SharedAccess access : accesses(each)) {
            if (found[0] == null && pending.conflictsWith(access)) {
              found[0] = each;
            }
          }
        });
      }
    }
    return found[0];
  }
}
