// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/** What a pass has at hand while it runs on one root. */
public final class PassContext {
  private final Dialects dialects;
  private final Diagnostics diagnostics;
  private final Statistics statistics = new Statistics();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Budget> budgets = new ArrayList<>();
  private final Analyses analyses;
  private final PassObserver observer;

  /** A context without analyses from before, for a pass that runs on its own. */
  public PassContext(Dialects dialects, Diagnostics diagnostics) {
    this(dialects, diagnostics, new Analyses(), PassObserver.NONE);
  }

  PassContext(
      Dialects dialects, Diagnostics diagnostics, Analyses analyses, PassObserver observer) {
    this.dialects = dialects;
    this.diagnostics = diagnostics;
    this.analyses = analyses;
    this.observer = observer;
  }

  /** The dialects that the pass may make operations of. */
  public Dialects dialects() {
    return dialects;
  }

  /** Where errors and remarks go. A pass with an error has failed. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Reports an error about an operation: the pass has failed. */
  public void error(Operation op, String format, Object... arguments) {
    diagnostics.report(op.error(format, arguments));
  }

  /** Says that something could not be done, or was done in another way, and why. */
  public void remark(Operation op, String format, Object... arguments) {
    diagnostics.report(op.remark(format, arguments));
  }

  /** Says what was chosen where there was a choice; {@code --report} shows it. */
  public void decide(Decision decision) {
    decisions.add(decision);
  }

  /** What this run has chosen, in order. */
  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** Says what a kernel takes of something that there is little of; {@code --report} shows it. */
  public void account(Budget budget) {
    budgets.add(budget);
  }

  /** What kernels take, in order. */
  public List<Budget> budgets() {
    return List.copyOf(budgets);
  }

  /** Counts. */
  public void count(Statistic statistic, long amount) {
    statistics.add(statistic, amount);
  }

  /** What this run has counted. */
  public Statistics statistics() {
    return statistics;
  }

  /**
   * Facts about the root or about an operation in it. They hold until the pass changes something;
   * facts from earlier passes are found again if those changed nothing.
   */
  public <A> A analysis(Analysis<A> analysis, Operation op) {
    return analyses.of(op, analysis, observer);
  }

  /** Forgets all facts, for a pass that changed something and asks again. */
  public void invalidateAnalyses() {
    analyses.clear();
  }
}
