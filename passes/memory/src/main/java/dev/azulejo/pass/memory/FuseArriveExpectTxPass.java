// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.memory.barrier.ExpectedArrivals;
import dev.azulejo.pass.memory.barrier.ExpectedBoxes;
import dev.azulejo.pass.memory.barrier.GuardedNeighbours;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes one instruction of two: a thread that lets a phase of a barrier wait for bytes, begins the
 * copies that bring them, and then arrives, arrives at once. The phase can't end before the bytes
 * are there, for the same instruction says how many they are. Neighbours under one condition become
 * one first.
 *
 * <p>Requires operations on tiles, which say themselves what they bring to which barrier, or
 * barriers as words in shared memory. Gives {@code barrier.arrive_expect_tx} or {@code
 * ptx.mbarrier.arrive.expect_tx} where bytes were expected. Leaves alone: what has more in between
 * than copies that complete on this barrier, fences and arithmetic, and arrivals whose phase
 * somebody asks for.
 */
@PassDef(
    name = "fuse-arrive-expect-tx",
    anchor = "func.func",
    summary = "Arrive at barriers where their bytes are expected",
    from = Rung.PIPELINE,
    downTo = Rung.THREAD)
public final class FuseArriveExpectTxPass implements Pass {
  private static final Statistic FUSED =
      new Statistic("num-fused", "Number of arrivals that expect bytes now");

  private static final Statistic MERGED =
      new Statistic("num-merged", "Number of conditions that are one with the one before now");

  /** A pass; it has nothing to choose. */
  public FuseArriveExpectTxPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Set<Block> blocks = new LinkedHashSet<>();
    collect(root, blocks);
    if (blocks.isEmpty()) {
      return Change.NONE;
    }
    int merged = GuardedNeighbours.merge(root);
    blocks.clear();
    collect(root, blocks);
    int fused = 0;
    for (Block block : blocks) {
      fused += ExpectedBoxes.fuse(block) + ExpectedArrivals.fuse(block);
    }
    context.count(MERGED, merged);
    context.count(FUSED, fused);
    return Change.of(merged + fused > 0);
  }

  private static void collect(Operation root, Set<Block> blocks) {
    ExpectedBoxes.blocks(root, blocks);
    ExpectedArrivals.blocks(root, blocks);
  }
}
