// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.analysis.Dominance;
import dev.azulejo.ir.pass.Analysis;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.PassDef;

/**
 * Computes once what is computed twice: an operation gives way to an equivalent one that dominates
 * it, if both only compute, or only read what nothing between them may have written.
 *
 * <p>Requires nothing. Gives the same program with fewer operations; dead ones that it meets go as
 * well. Leaves the control flow alone.
 */
@PassDef(name = "cse", summary = "Eliminate common sub-expressions")
public final class CsePass implements Pass {
  private static final Statistic MERGED = new Statistic("num-cse'd", "Number of operations CSE'd");
  private static final Statistic ERASED = new Statistic("num-dce'd", "Number of operations DCE'd");

  /** The pass; it has no options. */
  public CsePass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Dominance dominance = context.analysis(Analysis.DOMINANCE, root);
    CommonExpressions expressions =
        new CommonExpressions(dominance, new Rewriter(context.dialects()));
    expressions.mergeIn(root);
    context.count(MERGED, expressions.merged());
    context.count(ERASED, expressions.erased());
    return Change.of(expressions.merged() + expressions.erased() > 0);
  }
}
