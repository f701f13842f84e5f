// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.rewrite.GreedyOptions;
import dev.azulejo.ir.rewrite.GreedyResult;
import dev.azulejo.ir.rewrite.GreedyRewriter;
import dev.azulejo.ir.rewrite.PatternSet;
import dev.azulejo.ir.rewrite.RegionSimplification;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;

/**
 * Brings what is in an operation into its simplest form: dead operations go, what can be folded is,
 * constants are unique and stand in front, operations rewrite themselves, blocks are merged.
 *
 * <p>Requires nothing. Gives the canonical form that other passes may hope for, not rely on. Leaves
 * the operation itself alone. Where a limit stops it, what it did so far stands.
 */
@PassDef(name = "canonicalize", summary = "Bring operations into their canonical form")
public final class CanonicalizePass implements Pass {

  /** How far to go. */
  public record Options(
      @Help(value = "rounds over everything before giving up, -1 for no limit", defaultValue = "10")
          int maxIterations,
      @Help(value = "rewrites before giving up, -1 for no limit", defaultValue = "-1")
          long maxNumRewrites,
      @Help(value = "begin a round with the first operation", defaultValue = "true")
          boolean topDown,
      @Help(value = "what to do to blocks", defaultValue = "normal")
          RegionSimplification regionSimplify) {}

  private static final Statistic FOLDED =
      new Statistic("num-folded", "Number of operations folded or made unique");
  private static final Statistic REWRITTEN =
      new Statistic("num-rewritten", "Number of patterns applied");
  private static final Statistic ERASED =
      new Statistic("num-erased", "Number of dead operations erased");

  private final Options options;
  private final PatternSet patterns = PatternSet.canonical();

  /** The pass with given options. */
  public CanonicalizePass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    GreedyOptions driver =
        new GreedyOptions(
            options.maxIterations(),
            options.maxNumRewrites(),
            options.topDown(),
            options.regionSimplify(),
            true,
            null);
    GreedyResult result = GreedyRewriter.run(root, patterns, driver, context.dialects());
    context.count(FOLDED, result.folded());
    context.count(REWRITTEN, result.rewritten());
    context.count(ERASED, result.erased());
    return Change.of(result.changed());
  }
}
