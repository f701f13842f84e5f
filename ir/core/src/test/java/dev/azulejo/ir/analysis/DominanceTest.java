// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.toy.Toy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DominanceTest {
  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.FLAG);
  private final Region body = func.region(0);
  private final Block entry = body.entry();
  private final Value flag = entry.argument(0);

  @Test
  void theEntryOfADiamondDominatesAllAndItsSidesNothing() {
    Block left = body.appendBlock();
    Block right = body.appendBlock();
    Block end = body.appendBlock();
    Toy.condBr(entry, flag, left, right);
    Toy.br(left, end);
    Toy.br(right, end);
    Toy.ret(end);
    DominatorTree tree = new DominatorTree(body);
    assertThat(tree.immediateDominator(end)).isSameAs(entry);
    assertThat(tree.immediateDominator(entry)).isNull();
    assertThat(tree.children(entry)).containsExactlyInAnyOrder(left, right, end);
    assertThat(tree.dominates(left, end)).isFalse();
    assertThat(tree.dominates(end, end)).isTrue();
    assertThat(tree.dominates(end, entry)).isFalse();
  }

  @Test
  void whatCannotBeReachedIsDominatedByAllAndDominatesNothing() {
    Block dead = body.appendBlock();
    Toy.ret(entry);
    Toy.ret(dead);
    Dominance dominance = new Dominance();
    assertThat(dominance.isReachable(dead)).isFalse();
    assertThat(dominance.dominates(entry, dead)).isTrue();
    assertThat(dominance.dominates(dead, entry)).isFalse();
  }

  @Test
  void usersInNestedRegionsAreLifted() {
    Value before = Toy.constant(entry, 1);
    Operation loop = Toy.withBody(entry, Toy.LOOP, List.of(Toy.INT));
    Block inner = loop.region(0).entry();
    Value inside = Toy.constant(inner, 2);
    Operation end = Toy.op(inner, Toy.YIELD, List.of(), inside);
    Value after = Toy.constant(entry, 3);
    Dominance dominance = new Dominance();
    assertThat(dominance.properlyDominates(before, end)).isTrue();
    assertThat(dominance.properlyDominates(inside, end)).isTrue();
    assertThat(dominance.properlyDominates(after, end)).isFalse();
    assertThat(dominance.properlyDominates(loop.result(0), end)).isFalse();
    assertThat(dominance.properlyDominates(inside, after.definingOp())).isFalse();
  }

  @Test
  void orderMeansNothingInAGraphRegion() {
    Block top = module.region(0).entry();
    Operation early = Toy.op(top, Toy.CALL, List.of());
    Value late = Toy.constant(top, 1);
    assertThat(new Dominance().properlyDominates(late, early)).isTrue();
  }

  @Test
  void aLongChainOfBlocksNeedsNoDeepStack() {
    Block last = entry;
    for (int i = 0; i < 20_000; i++) {
      Block next = body.appendBlock();
      Toy.br(last, next);
      last = next;
    }
    Toy.ret(last);
    assertThat(new DominatorTree(body).dominates(entry, last)).isTrue();
  }

  @Test
  void theTreeAgreesWithTakingBlocksAway() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Operation other = Toy.func(module, "g" + seed, Toy.FLAG);
      List<Block> blocks = new ArrayList<>();
      blocks.add(other.region(0).entry());
      for (int i = 0; i < 9; i++) {
        blocks.add(other.region(0).appendBlock());
      }
      for (Block block : blocks) {
        Block one = blocks.get(1 + random.nextInt(9));
        Block two = blocks.get(1 + random.nextInt(9));
        Toy.condBr(block, blocks.getFirst().argument(0), one, two);
      }
      DominatorTree tree = new DominatorTree(other.region(0));
      for (Block a : blocks) {
        for (Block b : blocks) {
          if (tree.isReachable(a) && tree.isReachable(b)) {
            assertThat(tree.dominates(a, b)).isEqualTo(a == b || !reaches(blocks.getFirst(), b, a));
          }
        }
      }
    }
  }

  private static boolean reaches(Block from, Block to, Block without) {
    List<Block> seen = new ArrayList<>();
    List<Block> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      Block block = open.removeLast();
      if (block != without && !seen.contains(block)) {
        seen.add(block);
        open.addAll(block.successors());
      }
    }
    return seen.contains(to);
  }
}
