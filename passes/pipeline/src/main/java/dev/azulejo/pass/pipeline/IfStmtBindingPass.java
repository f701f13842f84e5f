// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each statement under a condition a condition of its own, so that planning can give it a
 * stage of its own: {@code if c { copy; compute }} becomes {@code if c { copy }}, {@code if c {
 * compute }}. Conditions within conditions are split from the inside out.
 *
 * <p>A binding that can be repeated is: a pure one stands in front of the conditions, another (a
 * load of what the guarded statements leave alone, a division) is repeated under each that needs
 * it. From the first binding on that can't be repeated everything stays under one condition: a load
 * of what is written there, the result of an atomic update, a view of a buffer. Allocations stand
 * in front of the conditions.
 *
 * <p>The condition is evaluated once, where it stood, and each of the new ones uses its value. If
 * it can be repeated, every stage evaluates it for its own iteration. If it can't, because the loop
 * writes what it reads, it is a statement with a result, and planning keeps it and all that stands
 * under it in one stage.
 *
 * <p>Requires nothing. Gives {@code scf.if} around single statements. Leaves alone: conditions
 * outside of {@code pipeline.for}, those with results or an else branch (but not what is in their
 * branches), those that have a place in a schedule, and those around one statement. A condition
 * around nothing that has an effect is erased.
 */
@PassDef(
    name = "if-stmt-binding",
    anchor = "func.func",
    summary = "Split what is guarded in pipelined loops into statements guarded one by one",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class IfStmtBindingPass implements Pass {

  /** What can be chosen. */
  public record Options(
      @Help(
              value = "repeat bindings that can be, rather than keep together all that follows one",
              defaultValue = "true")
          boolean inlineReplayableBinds) {}

  private final Options options;

  /** A pass with those choices. */
  public IfStmtBindingPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    List<ForOp> loops = new ArrayList<>();
    root.walkPostOrder(op -> {
      if (op instanceof ForOp loop) {
        loops.add(loop);
      }
    });
    boolean changed = false;
    for (ForOp loop : loops) {
      changed |= splitIn(loop.body());
    }
    return Change.of(changed);
  }

  private boolean splitIn(@Nullable Block block) {
    if (block == null) {
      return false;
    }
    List<IfOp> guards = new ArrayList<>();
    for (Operation op : block) {
      if (op instanceof IfOp guard) {
        guards.add(guard);
      }
    }
    boolean changed = false;
    for (IfOp guard : guards) {
      changed |= splitIn(guard.thenBlock());
      changed |= splitIn(guard.elseBlock());
      boolean isPlain = guard.resultCount() == 0 && guard.elseBlock() == null;
      if (isPlain && !Schedule.isOn(guard)) {
        changed |= GuardedSequence.split(guard, options.inlineReplayableBinds());
      }
    }
    return changed;
  }
}
