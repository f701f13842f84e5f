// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.ir.pass.PassOutcome;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.simulator.data.ComparisonResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function before the passes and behind each that changes something: the results must stay
 * the same, bit for bit. The first pass that changes them is named.
 */
public final class SemanticsCheck implements PassObserver {
  private final Operation module;
  private final String name;
  private final Execution execution;
  private final long scheduleSeed;
  private final Diagnostics diagnostics;
  private @Nullable Outcome expected;
  private boolean failed;
  private int runs;

  /**
   * A check of one function.
   *
   * @param module where the function stands
   * @param name the function's name
   * @param execution how it runs
   * @param scheduleSeed the seed of the schedule
   * @param diagnostics hears of the pass that is wrong
   */
  public SemanticsCheck(
      Operation module,
      String name,
      Execution execution,
      long scheduleSeed,
      Diagnostics diagnostics) {
    this.module = module;
    this.name = name;
    this.execution = execution;
    this.scheduleSeed = scheduleSeed;
    this.diagnostics = diagnostics;
  }

  /** Runs what no pass has touched yet. False after errors, which {@code listener} hears. */
  public boolean begin(Diagnostics listener) {
    expected = execution.telling(listener).run(name, module, scheduleSeed);
    failed = expected == null;
    return !failed;
  }

  /** Has a pass changed the results, or made the function impossible to run? */
  public boolean hasFailed() {
    return failed;
  }

  /** How often the function has been run behind a pass. */
  public int runs() {
    return runs;
  }

  @Override
  public boolean needsOneThread() {
    return true;
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    if (failed || outcome.failed() || outcome.change() == Change.NONE || expected == null) {
      return;
    }
    FuncOp function = Functions.named(module, name);
    if (function == null && Functions.kernels(module, name).isEmpty()) {
      fail(outcome.op().location(), outcome, "removes the function");
      return;
    }
    if (function != null && !concerns(outcome.op(), function)) {
      return;
    }
    if (function != null && LaunchOp.allIn(function).stream().anyMatch(LaunchOp::unsynchronized)) {
      // What races until another pass has run was never meant to be run.
      return;
    }
    runs++;
    Location place = function == null ? outcome.op().location() : function.location();
    Outcome actual = execution.run(name, module, scheduleSeed);
    if (actual == null) {
      fail(place, outcome, "makes that happen");
      return;
    }
    String difference = difference(actual, expected);
    if (difference != null) {
      fail(place, outcome, "changes what the function computes: " + difference);
    }
  }

  /** Can a change of an operation change what a function does? Not if it is of a stranger. */
  private static boolean concerns(Operation changed, FuncOp function) {
    FuncOp around = changed instanceof FuncOp itself ? itself : changed.enclosing(FuncOp.class);
    return around == null || around == function || Functions.calls(function);
  }

  private void fail(Location place, PassOutcome outcome, String what) {
    failed = true;
    diagnostics.report(Diagnostic.error(place, "the pass '%s' %s", outcome.pass().name(), what));
  }

  private static @Nullable String difference(Outcome actual, Outcome expected) {
    Comparison rule = new Comparison.Bits();
    for (int i = 0; i < actual.values().size(); i++) {
      Outcome.Value now = actual.values().get(i);
      Outcome.Value before = expected.values().get(i);
      ComparisonResult result = rule.compare(now.tensor(), before.tensor());
      if (!result.passed() || !now.unwritten().equals(before.unwritten())) {
        return "of '" + now.name() + "' " + result.details();
      }
    }
    return null;
  }
}
