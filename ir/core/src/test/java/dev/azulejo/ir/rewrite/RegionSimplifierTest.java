// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RegionSimplifierTest {
  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.INT, Toy.FLAG);
  private final Region body = func.region(0);
  private final Block entry = body.entry();
  private final Value number = entry.argument(0);
  private final Value flag = entry.argument(1);

  private GreedyResult run(RegionSimplification level) {
    return GreedyRewriter.run(
        func,
        PatternSet.canonical(),
        new GreedyOptions(10, -1, true, level, true, null),
        new Dialects(List.of(new Toy())));
  }

  @AfterEach
  void theResultIsValid() {
    assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
  }

  private Block block(int arguments) {
    Block block = body.appendBlock();
    for (int i = 0; i < arguments; i++) {
      block.addArgument(Toy.INT, Location.unknown());
    }
    return block;
  }

  @Test
  void unreachableBlocksGoEvenIfTheyUseEachOther() {
    Block one = block(0);
    Block two = block(1);
    Value inOne = Toy.constant(one, 1);
    Toy.ret(entry);
    Toy.br(one, two, inOne);
    Toy.op(two, Toy.CALL, List.of(), inOne);
    Toy.br(two, one);
    assertThat(run(RegionSimplification.NORMAL).changed()).isTrue();
    assertThat(body.blocks()).containsExactly(entry);
  }

  @Test
  void chainsOfBlocksBecomeOne() {
    Block one = block(1);
    Block two = block(0);
    Toy.br(entry, one, number);
    Toy.op(one, Toy.CALL, List.of(), one.argument(0));
    Toy.br(one, two);
    Operation end = Toy.ret(two, one.argument(0));
    run(RegionSimplification.NORMAL);
    assertThat(Toy.names(entry)).containsExactly("call", "return");
    assertThat(end.operand(0)).isSameAs(number);
  }

  @Test
  void aBlockWithTwoWaysInStays() {
    Block left = block(0);
    Block end = block(0);
    Toy.condBr(entry, flag, left, end);
    Toy.op(left, Toy.CALL, List.of());
    Toy.br(left, end);
    Toy.ret(end);
    assertThat(run(RegionSimplification.NORMAL).changed()).isFalse();
    assertThat(body.blocks()).containsExactly(entry, left, end);
  }

  @Test
  void aLoopIsNotMergedIntoItself() {
    Block loop = block(0);
    Toy.br(entry, loop);
    Toy.op(loop, Toy.CALL, List.of());
    Toy.br(loop, loop);
    assertThat(run(RegionSimplification.NORMAL).changed()).isFalse();
  }

  @Test
  void unusedArgumentsGoEvenIfTheyFeedEachOther() {
    Block loop = block(2);
    Block end = block(1);
    Operation enter = Toy.br(entry, loop, number, number);
    Toy.op(loop, Toy.CALL, List.of(), loop.argument(1));
    Value next = Toy.add(loop, loop.argument(1), number);
    Operation back =
        Toy.condBr(
            loop, flag, loop, List.of(loop.argument(0), next), end, List.of(loop.argument(0)));
    Toy.ret(end);
    run(RegionSimplification.NORMAL);
    assertThat(loop.arguments()).hasSize(1);
    assertThat(end.arguments()).isEmpty();
    assertThat(enter.operands()).containsExactly(number);
    assertThat(back.operands()).containsExactly(flag, next);
  }

  @Test
  void argumentsThatAreAlwaysTheSameGoOnlyIfAsked() {
    Block loop = block(1);
    Block end = block(1);
    Toy.br(entry, loop, number);
    Toy.op(loop, Toy.CALL, List.of(), loop.argument(0));
    Toy.condBr(loop, flag, loop, List.of(loop.argument(0)), end, List.of(loop.argument(0)));
    Operation last = Toy.ret(end, end.argument(0));
    run(RegionSimplification.NORMAL);
    assertThat(loop.arguments()).hasSize(1);
    run(RegionSimplification.AGGRESSIVE);
    assertThat(loop.arguments()).isEmpty();
    assertThat(last.operand(0)).isSameAs(number);
  }

  @Test
  void nothingHappensWhereItIsSwitchedOff() {
    Block dead = block(0);
    Toy.ret(entry);
    Toy.ret(dead);
    assertThat(run(RegionSimplification.DISABLED).changed()).isFalse();
  }
}
