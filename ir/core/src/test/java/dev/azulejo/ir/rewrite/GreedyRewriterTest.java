// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GreedyRewriterTest {
  private static final Dialects DIALECTS = new Dialects(List.of(new Toy()));

  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.INT, Toy.FLAG, Toy.BUFFER);
  private final Block entry = func.region(0).entry();
  private final Value number = entry.argument(0);
  private final Value flag = entry.argument(1);
  private final Value buffer = entry.argument(2);

  private GreedyResult run(GreedyOptions options) {
    return GreedyRewriter.run(func, PatternSet.canonical(), options, DIALECTS);
  }

  private GreedyResult run() {
    return run(GreedyOptions.DEFAULT);
  }

  @AfterEach
  void theResultIsValid() {
    assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
  }

  @Test
  void deadOperationsGoWithWhatOnlyTheyNeeded() {
    Value sum = Toy.add(entry, number, number);
    Toy.add(entry, sum, number);
    Value loaded = Toy.op(entry, Toy.LOAD, List.of(Toy.INT), buffer).result(0);
    Toy.add(entry, loaded, loaded);
    Toy.op(entry, Toy.ALLOC, List.of(Toy.BUFFER));
    Toy.op(entry, Toy.STORE, List.of(), number, buffer);
    Toy.op(entry, Toy.CALL, List.of(Toy.INT));
    Toy.ret(entry);
    assertThat(run().erased()).isEqualTo(5);
    assertThat(Toy.names(entry)).containsExactly("store", "call", "return");
  }

  @Test
  void aLoopGoesIfNothingInItWrites() {
    Block quiet = Toy.withBody(entry, Toy.LOOP, List.of()).region(0).entry();
    Toy.op(quiet, Toy.LOAD, List.of(Toy.INT), buffer);
    Toy.op(quiet, Toy.YIELD, List.of());
    Block loud = Toy.withBody(entry, Toy.LOOP, List.of()).region(0).entry();
    Toy.op(loud, Toy.STORE, List.of(), number, buffer);
    Toy.op(loud, Toy.YIELD, List.of());
    Toy.ret(entry);
    run();
    assertThat(Toy.names(entry)).containsExactly("loop", "return");
    assertThat(Toy.names(loud)).containsExactly("store", "yield");
  }

  @Test
  void constantsFoldAreUniqueAndStandInFront() {
    Value sum = Toy.add(entry, Toy.constant(entry, 1), Toy.constant(entry, 2));
    Operation loop = Toy.withBody(entry, Toy.LOOP, List.of(Toy.INT), sum);
    Block body = loop.region(0).entry();
    Value three = Toy.constant(body, 3);
    Toy.op(body, Toy.YIELD, List.of(), three);
    Operation end = Toy.ret(entry, loop.result(0), sum);
    run();
    assertThat(Toy.names(entry)).containsExactly("constant", "loop", "return");
    assertThat(Constants.of(end.operand(1))).isEqualTo(new Toy.Number(3));
    assertThat(body.first().operand(0)).isSameAs(end.operand(1));
  }

  @Test
  void constantsThatStandInFrontKeepTheirOrder() {
    Value five = Toy.constant(entry, 5);
    Value six = Toy.constant(entry, 6);
    Value sum = Toy.add(entry, five, six);
    Operation end = Toy.ret(entry, five, six, sum);
    run();
    assertThat(entry.operations().subList(0, 3))
        .extracting(op -> Constants.of(op.result(0)))
        .containsExactly(new Toy.Number(11), new Toy.Number(5), new Toy.Number(6));
    assertThat(end.operand(0)).isSameAs(five);
    GreedyResult again = run();
    assertThat(again.changed()).isFalse();
    assertThat(again.converged()).isTrue();
  }

  @Test
  void constantsStayInsideOfIsolatedRegions() {
    Operation inner = Toy.func(module, "g");
    Block block = inner.region(0).entry();
    Toy.ret(block, Toy.add(block, Toy.constant(block, 1), Toy.constant(block, 1)));
    Toy.ret(entry);
    GreedyRewriter.run(module, PatternSet.canonical(), GreedyOptions.DEFAULT, DIALECTS);
    assertThat(Toy.names(block)).containsExactly("constant", "return");
    assertThat(Toy.names(module.region(0).entry())).containsExactly("func", "func");
  }

  @Test
  void constantsOfCommutativeOperationsMoveRight() {
    Value one = Toy.constant(entry, 1);
    Value sum = Toy.add(entry, one, number);
    Value none = Toy.add(entry, Toy.constant(entry, 0), sum);
    Operation end = Toy.ret(entry, none);
    run();
    assertThat(end.operand(0)).isSameAs(sum);
    assertThat(sum.definingOp().operands()).containsExactly(number, one);
  }

  @Test
  void operationsKnowTheirOwnSimplerForm() {
    Value copy = Toy.op(entry, Toy.COPY, List.of(Toy.INT), number).result(0);
    Value twice = Toy.op(entry, Toy.COPY, List.of(Toy.INT), copy).result(0);
    Operation end = Toy.ret(entry, twice);
    GreedyResult result = run();
    assertThat(result.rewritten()).isEqualTo(2);
    assertThat(end.operand(0)).isSameAs(number);
  }

  @Test
  void patternsAreTriedInOrderOfBenefitAndByName() {
    Toy.op(entry, Toy.CALL, List.of());
    Toy.ret(entry);
    List<String> tried = new ArrayList<>();
    PatternSet patterns =
        PatternSet.builder()
            .addForAny(1, (op, _) -> tried.add("any " + op.name()) && false)
            .add("toy.call", 5, (op, _) -> tried.add("best " + op.name()) && false)
            .add("toy.call", 1, (op, _) -> tried.add("other " + op.name()) && false)
            .build();
    GreedyRewriter.run(func, patterns, GreedyOptions.DEFAULT, DIALECTS);
    assertThat(tried)
        .containsExactly("best toy.call", "any toy.call", "other toy.call", "any toy.return");
  }

  @Test
  void limitsAreKept() {
    Value value = number;
    for (int i = 0; i < 9; i++) {
      value = Toy.op(entry, Toy.COPY, List.of(Toy.INT), value).result(0);
    }
    Toy.ret(entry, value);
    GreedyOptions few = new GreedyOptions(10, 4, true, RegionSimplification.NORMAL, true, null);
    GreedyResult result = run(few);
    assertThat(result.rewritten()).isEqualTo(4);
    assertThat(result.converged()).isFalse();
    PatternSet restless =
        PatternSet.of((op, rewriter) -> {
          rewriter.modify(op, () -> {});
          return true;
        });
    GreedyOptions bounded =
        new GreedyOptions(2, 50, true, RegionSimplification.DISABLED, true, null);
    assertThat(GreedyRewriter.run(func, restless, bounded, DIALECTS).converged()).isFalse();
  }

  @Test
  void aPatternThatChangesAndDeniesItIsABug() {
    Toy.ret(entry);
    PatternSet liar =
        PatternSet.of((op, rewriter) -> {
          rewriter.modify(op, () -> {});
          return false;
        });
    assertThatThrownBy(() -> GreedyRewriter.run(func, liar, GreedyOptions.DEFAULT, DIALECTS))
        .isInstanceOf(CompilerBug.class)
        .hasMessageContaining("toy.return");
  }

  @Test
  void whatIsInsideOfAnErasedOperationIsNotLookedAt() {
    Block body = Toy.withBody(entry, Toy.LOOP, List.of()).region(0).entry();
    Value inside = Toy.constant(body, 1);
    Toy.op(body, Toy.STORE, List.of(), Toy.add(body, inside, number), buffer);
    Toy.op(body, Toy.YIELD, List.of());
    Toy.ret(entry);
    List<String> seen = new ArrayList<>();
    PatternSet patterns =
        PatternSet.of((op, rewriter) -> {
          seen.add(op.name());
          if (op.name().equals("toy.loop")) {
            rewriter.erase(op);
            return true;
          }
          return false;
        });
    GreedyRewriter.run(func, patterns, GreedyOptions.DEFAULT, DIALECTS);
    assertThat(seen).containsOnly("toy.constant", "toy.loop", "toy.return");
  }

  @Test
  void theOrderOfVisitsDoesNotMatter() {
    List<List<String>> results = new ArrayList<>();
    for (int seed = -2; seed < 40; seed++) {
      Operation other = Toy.func(module, "g" + seed, Toy.INT);
      Block block = other.region(0).entry();
      Random random = new Random(3);
      List<Value> values = new ArrayList<>(List.of(block.argument(0)));
      for (int i = 0; i < 60; i++) {
        Value one = values.get(random.nextInt(values.size()));
        Value two = values.get(random.nextInt(values.size()));
        values.add(
            switch (random.nextInt(8)) {
              case 0 -> Toy.constant(block, random.nextInt(3));
              case 1 -> Toy.op(block, Toy.COPY, List.of(Toy.INT), one).result(0);
              default -> Toy.add(block, one, two);
            });
      }
      Toy.ret(block, values.get(60), values.get(59), values.get(58));
      GreedyOptions options =
          switch (seed) {
            case -2 -> GreedyOptions.DEFAULT;
            case -1 -> new GreedyOptions(10, -1, false, RegionSimplification.NORMAL, true, null);
            default -> GreedyOptions.DEFAULT.withSeed(seed);
          };
      assertThat(GreedyRewriter.run(other, PatternSet.canonical(), options, DIALECTS).converged())
          .isTrue();
      List<String> names = Toy.names(block);
      results.add(names);
    }
    Toy.ret(entry, number, flag);
    assertThat(results.stream().distinct()).hasSize(1);
    assertThat(results.getFirst()).contains("add").doesNotContain("copy");
  }

  @Test
  void deepNestingIsNoTrouble() {
    Block block = entry;
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      block = Toy.withBody(block, Toy.LOOP, List.of(Toy.INT)).region(0).entry();
      blocks.add(block);
    }
    Value one = Toy.constant(block, 1);
    Toy.op(block, Toy.STORE, List.of(), Toy.add(block, one, one), buffer);
    for (Block each : blocks) {
      Toy.op(each, Toy.YIELD, List.of());
    }
    Toy.ret(entry);
    assertThat(run().converged()).isTrue();
    assertThat(Toy.names(entry)).containsExactly("constant", "loop", "return");
  }
}
