// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.PhaseBarriers;
import dev.azulejo.simulator.agent.Wait;
import dev.azulejo.simulator.memory.Barriers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A wait for a phase of a barrier. */
record BarrierWait(WaitOp op, PhaseBarriers barriers, int index, int parity) implements Wait {
  private static final int MAX_NOTES = 4;

  @Override
  public boolean isOver() {
    return barriers.state().isComplete(index, parity);
  }

  @Override
  public Location place() {
    return op.location();
  }

  @Override
  public String describe() {
    Barriers state = barriers.state();
    return String.format(
        Locale.ROOT,
        "waits for parity %d of barrier %d, whose phase %d still needs %s",
        parity,
        index,
        state.phase(index),
        state.needs(index));
  }

  @Override
  public Diagnostic explain(Diagnostic error) {
    Barriers state = barriers.state();
    Diagnostic explained = error.note(state.location(), "the barrier was allocated here");
    Location last = state.lastArrival(index);
    if (last != null) {
      explained = explained.note(last, "the latest arrival was here");
    }
    int notes = 0;
    for (Use use : op.array().uses()) {
      String says = says(use.owner(), last);
      if (says != null && notes < MAX_NOTES) {
        explained = explained.note(use.owner().location(), "%s", says);
        notes++;
      }
    }
    return explained;
  }

  /** What an operation could do to end the wait, or null. */
  private @Nullable String says(Operation user, @Nullable Location last) {
    Barriers state = barriers.state();
    if (user instanceof TmaCopyOp) {
      return state.missingBytes(index) == 0 ? null : "this brings bytes to one of the barriers";
    }
    boolean arrives =
        user instanceof ArriveOp
            || user instanceof ArriveExpectTxOp
            || user instanceof ArriveNoincOp;
    if (!arrives || state.missingArrivals(index) == 0 || user.location().equals(last)) {
      return null;
    }
    String who = role(user);
    return last == null
        ? "this would arrive" + who + ", but has not been executed for it"
        : "this arrives" + who + " at one of the barriers too";
  }

  /** In which role an operation stands, for a message. */
  private static String role(Operation op) {
    for (Operation at = op.parentOp(); at != null; at = at.parentOp()) {
      if (at instanceof RolesOp roles) {
        return roles.roleOf(op).map(role -> " in role '" + role.name() + "'").orElse("");
      }
    }
    return "";
  }
}
