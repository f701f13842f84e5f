// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.pass.specialize.schedule.CopyForms.Choice;
import dev.azulejo.pass.specialize.schedule.CopyForms.Form;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides how each statement that fills slots does so, and with that how many arrivals complete a
 * phase of each ring: threads that copy by themselves arrive, and so do those that let the engine
 * for boxes work, since bytes alone never complete a phase; copies that threads need not wait for
 * arrive once more for each of them.
 */
final class ArrivalPlan {
  private final Programs programs;
  private final CopyForms copies;
  private final PassContext context;
  private final Reports reports;
  private final Map<Statement, Form> forms = new LinkedHashMap<>();

  ArrivalPlan(Programs programs, CopyForms copies, PassContext context, Reports reports) {
    this.programs = programs;
    this.copies = copies;
    this.context = context;
    this.reports = reports;
  }

  /** How a statement is done. */
  Form form(Statement statement) {
    return forms.getOrDefault(statement, Form.THREADS);
  }

  void run() {
    for (Statement statement : programs.tree().statements()) {
      checkCompound(statement);
      checkSlots(statement);
    }
    for (RingPlan ring : programs.rings()) {
      checkVersions(ring);
      plan(ring, ring.producer(), true);
      plan(ring, ring.consumer(), false);
    }
  }

  private void plan(RingPlan ring, @Nullable RolePlan role, boolean fills) {
    if (role == null) {
      return;
    }
    boolean boxes = false;
    boolean async = false;
    boolean threads = false;
    for (Entry.Perform perform : role.program().performed()) {
      Statement statement = perform.statement();
      boolean uses =
          statement.touches().stream()
              .anyMatch(touch -> ring.holds(touch.root()) && (!fills || touch.isWrite()));
      if (uses) {
        Form form = fills ? choose(statement, ring) : Form.THREADS;
        boxes |= form == Form.BOX;
        async |= form == Form.ASYNC;
        threads |= form == Form.THREADS;
      }
    }
    if (!boxes && !async && !threads) {
      reports.error(
          ring.op(),
          fills
              ? "has no producer: role '%s' commits its slots, but performs nothing that fills them"
              : "has no consumer: role '%s' releases its slots, but performs nothing that uses"
                  + " them",
          role.name());
      return;
    }
    RingPlan.Arrivals arrivals = new RingPlan.Arrivals(async, threads || boxes);
    ring.setArrivals(fills, arrivals);
    context.decide(
        Decision.about(
            ring.op(),
            fills ? "arrivals of filling" : "arrivals of release",
            "any",
            arrivals.count(role.threads()) + " by role " + role.name()));
  }

  private Form choose(Statement statement, RingPlan ring) {
    Form form =
        switch (statement.op()) {
          case AsyncCopyOp _ -> Form.ASYNC;
          case CopyOp copy -> {
            Choice choice = copies.of(copy, ring.depth());
            String asked = copy.prefer().map(p -> p.value()).orElse("any way");
            if (!choice.isPossible()) {
              reports.error(copy, "prefers %s, which can't be: %s", asked, choice.reason());
            } else {
              context.decide(
                  Decision.about(copy, "copy", asked, words(choice.form()))
                      .because("%s", choice.reason()));
            }
            yield choice.form();
          }
          default -> Form.THREADS;
        };
    forms.put(statement, form);
    return form;
  }

  private static String words(Form form) {
    return switch (form) {
      case BOX -> "TMA";
      case ASYNC -> "cp_async";
      case THREADS -> "sync";
    };
  }

  /** What a statement of several operations begins must be over at its end. */
  private void checkCompound(Statement statement) {
    Operation whole = statement.op();
    if (whole instanceof TmaCopyOp || isAsynchronous(whole)) {
      if (touchesRing(statement)) {
        reports.error(
            whole,
            "is called '%s' and is over later than it ends, so no ring can hand over what it uses",
            statement.id());
      }
      return;
    }
    if (whole.regionCount() == 0) {
      return;
    }
    whole.walk(op -> {
      boolean asks =
          op instanceof CopyOp copy && (copy.prefers(CopyOp.TMA) || copy.prefers(CopyOp.CP_ASYNC));
      boolean isOver = op instanceof AsyncCopyOp && isWaitedFor(op);
      if (asks
          || op instanceof TmaCopyOp
          || (op instanceof AsyncCopyOp && !isOver)
          || isAsynchronous(op)) {
        reports.error(
            op,
            "is asynchronous, but stands in '%s', which is performed as one statement"
                .formatted(statement.id()),
            whole,
            "the statement is here");
      }
    });
  }

  private static boolean isAsynchronous(Operation op) {
    return op instanceof GemmOp gemm && gemm.asynchronous();
  }

  private boolean touchesRing(Statement statement) {
    return !programs.ringsOf(statement.touches()).isEmpty();
  }

  private static boolean isWaitedFor(Operation copy) {
    for (Operation op = copy.next(); op != null; op = op.next()) {
      if (op instanceof WaitGroupOp wait && wait.pending().longValue() == 0) {
        return true;
      }
    }
    return false;
  }

  /** What uses a buffer with several slots must be able to use one of them. */
  private void checkSlots(Statement statement) {
    Set<Operation> checked = new LinkedHashSet<>();
    statement
        .touches()
        .forEach(touch -> {
          RingPlan ring = programs.ringOf(touch.root());
          if (ring == null || ring.depth() == 1 || !checked.add(touch.op())) {
            return;
          }
          Operation view = viewOf(touch.op(), ring);
          if (view != null || !(touch.op() instanceof Rebasable)) {
            Operation culprit = view == null ? touch.op() : view;
            reports.error(
                culprit,
                "can't be moved to a slot of its buffer, of which there are %d",
                ring.depth());
          }
        });
  }

  /** A buffer gets its slots here, and nowhere before. */
  private void checkVersions(RingPlan ring) {
    for (Value buffer : ring.buffers()) {
      if (buffer.definingOp() instanceof AllocOp alloc && alloc.versions().isPresent()) {
        reports.error(
            alloc,
            "has versions already, but ring '" + ring.name() + "' makes slots of it",
            ring.op(),
            "the ring is here");
      }
    }
  }

  private static @Nullable Operation viewOf(Operation op, RingPlan ring) {
    for (Value operand : op.operands()) {
      Operation source = operand.definingOp();
      if (source instanceof ViewLike
          && ring.holds(dev.azulejo.ir.access.BufferRegion.rootOf(operand))) {
        return source;
      }
    }
    return null;
  }
}
