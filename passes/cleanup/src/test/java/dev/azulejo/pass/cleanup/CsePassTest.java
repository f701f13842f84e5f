// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.toy.Toy;
import dev.azulejo.ir.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsePassTest {
  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.INT, Toy.FLAG, Toy.BUFFER);
  private final Block entry = func.region(0).entry();
  private final Value number = entry.argument(0);
  private final Value flag = entry.argument(1);
  private final Value buffer = entry.argument(2);
  private final PassContext context =
      new PassContext(new Dialects(List.of(new Toy())), Diagnostics.silent());

  private Change run(Operation root) {
    Change change = new CsePass().run(root, context);
    assertThat(Verifier.verify(module, Diagnostics.silent())).isTrue();
    return change;
  }

  private void expect(String... names) {
    run(func);
    assertThat(Toy.names(entry)).containsExactly(names);
    assertThat(run(func)).isEqualTo(Change.NONE);
  }

  private Value load(Block block, Value from) {
    return Toy.op(block, Toy.LOAD, List.of(Toy.INT), from).result(0);
  }

  private Value alloc() {
    return Toy.op(entry, Toy.ALLOC, List.of(Toy.BUFFER)).result(0);
  }

  private void store(Block block, Value to) {
    Toy.op(block, Toy.STORE, List.of(), number, to);
  }

  private Operation loop(Block block, boolean writes) {
    Operation loop = Toy.withBody(block, Toy.LOOP, List.of(Toy.INT), number);
    Block body = loop.region(0).entry();
    Value sum = Toy.add(body, number, number);
    if (writes) {
      store(body, buffer);
    }
    Toy.op(body, Toy.YIELD, List.of(), sum);
    return loop;
  }

  @Test
  void whatIsComputedTwiceIsComputedOnce() {
    Value one = Toy.add(entry, number, Toy.constant(entry, 1));
    Value two = Toy.add(entry, number, Toy.constant(entry, 1));
    Operation end = Toy.ret(entry, Toy.add(entry, one, two));
    expect("constant", "add", "add", "return");
    assertThat(end.operand(0).definingOp().operands()).containsExactly(one, one);
    assertThat(context.statistics().counts())
        .containsEntry(new Statistic("num-cse'd", "Number of operations CSE'd"), 2L);
  }

  @Test
  void operandsOfCommutativeOperationsMayBeExchanged() {
    Value one = Toy.constant(entry, 1);
    Toy.ret(entry, Toy.add(entry, number, one), Toy.add(entry, one, number));
    expect("constant", "add", "return");
  }

  @Test
  void attributesTypesAndOperandsMatter() {
    Value one = Toy.constant(entry, 1);
    Value two = Toy.constant(entry, 2);
    Value marked = Toy.constant(entry, 1);
    marked.definingOp().setAttribute("toy.mark", new Toy.Number(1));
    Value other = Toy.op(entry, Toy.ALLOC, List.of(Toy.BUFFER)).result(0);
    Toy.ret(entry, Toy.add(entry, one, one), Toy.add(entry, one, two), marked, other);
    expect("constant", "constant", "constant", "alloc", "add", "add", "return");
  }

  @Test
  void deadOperationsGo() {
    Toy.add(entry, number, number);
    Toy.ret(entry);
    expect("return");
    assertThat(context.statistics().counts())
        .containsEntry(new Statistic("num-dce'd", "Number of operations DCE'd"), 1L);
  }

  @Test
  void allocationsAndCallsAreNotMerged() {
    Value one = alloc();
    Value two = alloc();
    Value three = Toy.op(entry, Toy.CALL, List.of(Toy.INT)).result(0);
    Value four = Toy.op(entry, Toy.CALL, List.of(Toy.INT)).result(0);
    Toy.ret(entry, one, two, three, four);
    expect("alloc", "alloc", "call", "call", "return");
  }

  @Test
  void readsAreMergedWithNoWriteBetween() {
    Toy.ret(entry, load(entry, buffer), load(entry, buffer));
    expect("load", "return");
  }

  @Test
  void aWriteBetweenReadsKeepsThemApart() {
    Value one = load(entry, buffer);
    store(entry, buffer);
    Toy.ret(entry, one, load(entry, buffer));
    expect("load", "store", "load", "return");
  }

  @Test
  void aCallBetweenReadsKeepsThemApart() {
    Value one = load(entry, buffer);
    Toy.op(entry, Toy.CALL, List.of());
    Toy.ret(entry, one, load(entry, buffer));
    expect("load", "call", "load", "return");
  }

  @Test
  void aWriteInALoopBetweenReadsKeepsThemApart() {
    Value one = load(entry, buffer);
    Operation loop = loop(entry, true);
    Toy.ret(entry, one, loop.result(0), load(entry, buffer));
    expect("load", "loop", "load", "return");
  }

  @Test
  void aWriteToAnotherAllocationIsHarmless() {
    Value mine = alloc();
    Value other = alloc();
    Value one = load(entry, mine);
    store(entry, other);
    store(entry, buffer);
    Toy.ret(entry, one, load(entry, mine));
    expect("alloc", "alloc", "load", "store", "store", "return");
  }

  @Test
  void twoArgumentsMayBeOneBuffer() {
    Operation other = Toy.func(module, "g", Toy.BUFFER, Toy.BUFFER);
    Block block = other.region(0).entry();
    Toy.ret(entry);
    Value one = load(block, block.argument(0));
    Toy.op(block, Toy.STORE, List.of(), one, block.argument(1));
    Toy.ret(block, one, load(block, block.argument(0)));
    assertThat(run(other)).isEqualTo(Change.NONE);
  }

  @Test
  void loopsWithTheSameBodyAreMerged() {
    Operation one = loop(entry, false);
    Operation two = loop(entry, false);
    Toy.ret(entry, one.result(0), two.result(0));
    expect("loop", "return");
  }

  @Test
  void loopsThatWriteAreNot() {
    Operation one = loop(entry, true);
    Operation two = loop(entry, true);
    Toy.ret(entry, one.result(0), two.result(0));
    expect("loop", "loop", "return");
    assertThat(Toy.names(one.region(0).entry())).containsExactly("add", "store", "yield");
  }

  @Test
  void regionsSeeWhatStandsAroundThem() {
    Value sum = Toy.add(entry, number, number);
    Operation loop = loop(entry, true);
    Toy.ret(entry, sum, loop.result(0));
    expect("add", "loop", "return");
    assertThat(Toy.names(loop.region(0).entry())).containsExactly("store", "yield");
  }

  @Test
  void whatIsInARegionIsNotSeenBehindIt() {
    Operation loop = loop(entry, true);
    Toy.ret(entry, Toy.add(entry, number, number), loop.result(0));
    expect("loop", "add", "return");
  }

  @Test
  void isolatedRegionsSeeNothing() {
    Toy.add(entry, number, number);
    Block top = module.region(0).entry();
    Value outside = Toy.constant(top, 1);
    Toy.op(top, Toy.CALL, List.of(), outside);
    Value inside = Toy.constant(entry, 1);
    Toy.ret(entry, inside);
    run(module);
    assertThat(Toy.names(entry)).containsExactly("constant", "return");
  }

  @Test
  void onlyDominatingBlocksAreSeen() {
    Block left = func.region(0).appendBlock();
    Block right = func.region(0).appendBlock();
    Block end = func.region(0).appendBlock();
    Value sum = Toy.add(entry, number, number);
    Toy.condBr(entry, flag, left, right);
    Value inLeft = Toy.add(left, sum, number);
    Value again = Toy.add(left, number, number);
    Toy.op(left, Toy.CALL, List.of(), inLeft, again);
    Toy.br(left, end);
    Value inRight = Toy.add(right, sum, number);
    Toy.op(right, Toy.CALL, List.of(), inRight);
    Toy.br(right, end);
    Toy.ret(end, Toy.add(end, number, number), load(end, buffer));
    run(func);
    assertThat(Toy.names(left)).containsExactly("add", "call", "br");
    assertThat(Toy.names(right)).containsExactly("add", "call", "br");
    assertThat(Toy.names(end)).containsExactly("load", "return");
    assertThat(end.last().operand(0)).isSameAs(sum);
  }

  @Test
  void aUserInFrontInAGraphRegionKeepsItsOperand() {
    Block top = module.region(0).entry();
    Toy.ret(entry);
    Value one = Toy.constant(top, 1);
    Operation early = Toy.op(top, Toy.CALL, List.of(), one);
    Value two = Toy.constant(top, 1);
    Value three = Toy.constant(top, 1);
    early.setOperand(0, two);
    Toy.op(top, Toy.CALL, List.of(), one, three);
    run(module);
    assertThat(Toy.names(top)).containsExactly("func", "constant", "call", "constant", "call");
  }
}
