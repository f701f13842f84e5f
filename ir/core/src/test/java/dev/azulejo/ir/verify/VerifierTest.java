// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.toy.Toy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerifierTest {
  private final List<Diagnostic> said = new ArrayList<>();
  private final Operation module = Toy.module();
  private final Operation func = Toy.func(module, "f", Toy.INT, Toy.FLAG);
  private final Region body = func.region(0);
  private final Block entry = body.entry();
  private final Value number = entry.argument(0);
  private final Value flag = entry.argument(1);

  private void expect(String... messages) {
    boolean valid = Verifier.verify(module, Diagnostics.into(said));
    assertThat(said).extracting(Diagnostic::message).containsExactly(messages);
    assertThat(valid).isEqualTo(messages.length == 0);
  }

  private void expectNote(String text) {
    assertThat(said.getLast().notes()).extracting(Diagnostic::message).contains(text);
  }

  @Test
  void goodIrPasses() {
    Value one = Toy.constant(entry, 1);
    Value sum = Toy.add(entry, number, one);
    Operation loop = Toy.withBody(entry, Toy.LOOP, List.of(Toy.INT), sum);
    Toy.op(loop.region(0).entry(), Toy.YIELD, List.of(), sum);
    Block next = body.appendBlock();
    next.addArgument(Toy.INT, func.location());
    Toy.br(entry, next, loop.result(0));
    Toy.ret(next, sum, next.argument(0));
    expect();
  }

  @Test
  void countsAreChecked() {
    Toy.op(entry, Toy.ADD, List.of(Toy.INT), number);
    expect("'toy.add' op expected 2 operands, but found 1");
  }

  @Test
  void everyCountHasItsWords() {
    check(Toy.CONSTANT, List.of(Toy.INT), "requires zero operands", number);
    check(Toy.COPY, List.of(Toy.INT), "requires a single operand", number, number);
    check(Toy.SELECT, List.of(), "requires one result", flag, number, number);
    check(Toy.STORE, List.of(Toy.INT), "requires zero results", number, number);
    check(Toy.LOOP, List.of(), "requires one region", number);
    check(Toy.BR, List.of(), "requires 1 successor but found 0", number);
    check(Toy.COND_BR, List.of(), "requires 2 successors but found 0", number);
  }

  private void check(OpSchema schema, List<dev.azulejo.ir.Type> results, String text, Value... of) {
    said.clear();
    Operation op = Toy.op(entry, schema, results, of);
    expect("'" + schema.name() + "' op " + text);
    op.erase();
  }

  @Test
  void typesAreChecked() {
    check(Toy.ADD, List.of(Toy.INT), "operand #1 must be a toy int, but got 'flag'", number, flag);
    check(
        Toy.ADD,
        List.of(Toy.FLAG),
        "requires the same type for all operands and results",
        number,
        number);
    check(
        Toy.SELECT,
        List.of(Toy.INT),
        "failed to verify that all of {one, other, result} have same type",
        flag,
        number,
        flag);
    check(Toy.COPY, List.of(Toy.FLAG), "failed to verify that to is like from", number);
  }

  @Test
  void attributesAreChecked() {
    check(Toy.CONSTANT, List.of(Toy.INT), "requires attribute 'value'");
    said.clear();
    Operation op = Toy.constant(entry, 1).definingOp();
    op.setAttribute("value", new Toy.Text("x"));
    expect("'toy.constant' op attribute 'value' failed to satisfy constraint: a toy number");
  }

  @Test
  void segmentsAreChecked() {
    segments(
        "operand count (2) does not match with the total size (3) specified in attribute"
            + " 'operandSegmentSizes'",
        2,
        1);
    segments("'operandSegmentSizes' attribute cannot have negative elements", 3, -1);
    segments(
        "'operandSegmentSizes' attribute for specifying operand segments must have 2"
            + " elements, but got 1",
        2);
    segments("operand group starting at #0 requires 0 or 1 element, but found 2", 0, 2);
  }

  private void segments(String text, int... sizes) {
    said.clear();
    var state = Toy.state(Toy.GROUPS, List.of(), number, number);
    state.setOperandSegments(sizes);
    Operation op = state.create();
    entry.append(op);
    expect("'toy.groups' op " + text);
    op.erase();
  }

  @Test
  void parentsAreChecked() {
    Toy.op(module.region(0).entry(), Toy.RETURN, List.of());
    Toy.ret(entry);
    expect("'toy.return' op expects parent op 'toy.func'");
  }

  @Test
  void regionsAreChecked() {
    Operation loop = Toy.withBody(entry, Toy.LOOP, List.of());
    check("'toy.loop' op expects a non-empty block");
    Block inner = loop.region(0).entry();
    Operation wrong = Toy.op(inner, Toy.CALL, List.of());
    check("'toy.loop' op expects regions to end with 'toy.yield', found 'toy.call'");
    expectNote("in custom textual format, the absence of terminator implies 'toy.yield'");
    wrong.erase();
    Toy.op(inner, Toy.YIELD, List.of());
    loop.region(0).appendBlock();
    check("'toy.loop' op expects region #0 to have 0 or 1 blocks");
    loop.erase();
    module.region(0).appendBlock();
    check("'toy.module' op expects region #0 to have 0 or 1 blocks");
    module.region(0).remove(module.region(0).blocks().get(1));
  }

  private void check(String message) {
    said.clear();
    expect(message);
  }

  @Test
  void blocksEndInTerminators() {
    check("empty block: expect at least a terminator");
    Toy.constant(entry, 1);
    check("block with no terminator, has 'toy.constant'");
    Toy.ret(entry);
    Toy.constant(entry, 1);
    check("'toy.return' op must be the last operation in the parent block");
  }

  @Test
  void unknownOperationsMayEndBlocks() {
    Toy.op(entry, OpSchema.unregistered("t.end"), List.of());
    expect();
  }

  @Test
  void jumpsAreChecked() {
    Block next = body.appendBlock();
    Toy.ret(next);
    Operation jump = Toy.br(entry, next, number);
    check("branch has 1 operands for successor #0, but target block has 0");
    next.addArgument(Toy.FLAG, func.location());
    check("type mismatch for bb argument #0 of successor #0");
    jump.setSuccessor(0, entry);
    jump.setOperandGroup(0, List.of(number, flag));
    check("entry block of region may not have predecessors");
    jump.erase();
    var end = Toy.state(OpSchema.unregistered("t.end"), List.of()).successor(next).create();
    entry.append(end);
    Toy.ret(entry);
    check("operation with block successors must terminate its parent block");
  }

  @Test
  void symbolsAreUnique() {
    Toy.ret(entry);
    Toy.ret(Toy.func(module, "f").region(0).entry());
    expect("redefinition of symbol named 'f'");
    expectNote("see existing symbol definition here");
  }

  @Test
  void symbolsStandInTables() {
    Toy.ret(Toy.func(func, "g").region(0).entry());
    Toy.ret(entry);
    expect("'toy.func' op symbol's parent must have the SymbolTable trait");
  }

  @Test
  void visibilityIsOneOfThree() {
    Toy.ret(entry);
    func.setAttribute("sym_visibility", StringAttr.of("secret"));
    expect(
        "'toy.func' op visibility expected to be one of [\"public\", \"private\", \"nested\"],"
            + " but got \"secret\"");
    func.setAttribute("sym_visibility", StringAttr.of("nested"));
    said.clear();
    expect();
  }

  @Test
  void usesOfSymbolsAreCheckedInTheNearestTable() {
    Operation call = Toy.op(entry, Toy.CALL, List.of());
    Toy.ret(entry);
    call.setAttribute("callee", SymbolRefAttr.of("f"));
    expect();
    call.setAttribute("callee", SymbolRefAttr.of("g"));
    expect("'toy.call' op calls nothing: @g");
    said.clear();
    call.setAttribute("callee", new SymbolRefAttr("f", List.of("f")));
    expect("'toy.call' op calls nothing: @f::@f");
  }

  @Test
  void eachIsolatedOperationIsCheckedOnItsOwn() {
    Toy.op(entry, Toy.ADD, List.of(Toy.INT), number);
    Toy.op(entry, Toy.ADD, List.of(Toy.INT));
    Operation other = Toy.func(module, "g", Toy.INT);
    Toy.op(other.region(0).entry(), Toy.ADD, List.of(Toy.INT));
    expect(
        "'toy.add' op expected 2 operands, but found 1",
        "'toy.add' op expected 2 operands, but found 0");
  }

  @Test
  void isolatedRegionsUseNothingFromOutside() {
    Operation other = Toy.func(module, "g");
    Toy.ret(other.region(0).entry(), number);
    Toy.ret(entry);
    expect("'toy.return' op using value defined outside the region");
    expectNote("required by region isolation constraints");
  }

  @Test
  void definitionsDominateUses() {
    Operation late = Toy.constant(entry, 1).definingOp();
    Toy.add(entry, number, number).definingOp().setOperand(1, late.result(0));
    late.remove();
    entry.append(late);
    Toy.ret(entry);
    expect("operand #1 does not dominate this use");
    expectNote("operand defined here (op in the same block)");
  }

  @Test
  void dominanceReachesIntoRegionsAndBlocks() {
    Operation loop = Toy.withBody(entry, Toy.LOOP, List.of());
    Operation inside = Toy.op(loop.region(0).entry(), Toy.YIELD, List.of(), number);
    Block left = body.appendBlock();
    Block right = body.appendBlock();
    left.addArgument(Toy.INT, func.location());
    Toy.condBr(entry, flag, left, List.of(number), right, List.of());
    Value inLeft = Toy.constant(left, 1);
    Toy.ret(left);
    Operation user = Toy.ret(right, inLeft);
    check("operand #0 does not dominate this use");
    expectNote("operand defined here (op in a block in the same region)");
    user.setOperand(0, left.argument(0));
    check("operand #0 does not dominate this use");
    expectNote("operand defined as a block argument (block #1 in the same region)");
    user.setOperand(0, number);
    inside.setOperand(0, inLeft);
    check("operand #0 does not dominate this use");
    expectNote("operand defined here (op in a parent region)");
  }

  @Test
  void usesInUnreachableBlocksAreNotChecked() {
    Block dead = body.appendBlock();
    Block live = body.appendBlock();
    Toy.br(entry, live);
    Value one = Toy.constant(live, 1);
    Toy.ret(live);
    Toy.ret(dead, one);
    expect();
  }

  @Test
  void theOperationIsShownInANote() {
    Toy.op(entry, Toy.ADD, List.of(Toy.INT), number);
    Verifier.verify(module, null, op -> "<" + op.name() + ">", Diagnostics.into(said));
    expectNote("see current operation: <toy.add>");
    said.clear();
    Verifier.verify(module, null, op -> "a\nb\n", Diagnostics.into(said));
    expectNote("see current operation: \na\nb");
  }

  @Test
  void deepNestingIsNoTrouble() {
    Block block = entry;
    for (int i = 0; i < 256; i++) {
      block = Toy.withBody(block, Toy.LOOP, List.of()).region(0).entry();
    }
    Block inner = block;
    while (inner != entry) {
      Toy.op(inner, Toy.YIELD, List.of());
      Operation parent = inner.parentOp();
      inner = parent.block();
    }
    Toy.ret(entry);
    expect();
  }
}
