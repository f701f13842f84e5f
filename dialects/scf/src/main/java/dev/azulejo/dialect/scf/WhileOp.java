// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A loop that asks in its first region whether to go on, and then executes its second. The first
 * gets {@code inits}, later what the second yields; what it hands to {@code scf.condition} goes to
 * the second, or becomes the results.
 */
@OpDef(name = "scf.while", customAssembly = true)
@Example(
    """
    %r = scf.while (%a = %x) : (i32) -> i32 {
      scf.condition(%c) %a : i32
    } do {
    ^bb0(%b: i32):
      scf.yield %b : i32
    }\
    """)
public abstract sealed class WhileOp extends Operation
    implements RecursiveEffects, LoopLike, CustomAssembly, RegionVerified, Canonicalizable
    permits WhileOpImpl {

  /** What the first region gets at the beginning. */
  @Operand(AnyType.class)
  public abstract List<Value> inits();

  /** What the first region handed over when it ended the loop. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** Decides whether to go on. */
  @dev.azulejo.ir.spec.Region
  public abstract Region before();

  /** What is done in an iteration. */
  @dev.azulejo.ir.spec.Region
  public abstract Region after();

  /** Writes the first region and ends it with what {@link ConditionOp#create} makes. */
  @FunctionalInterface
  public interface Decision {
    /** Writes at {@code at}. */
    ConditionOp build(Inserter at, List<BlockArgument> arguments);
  }

  /** Makes a loop; {@code body} writes the second region and returns what it yields. */
  public static WhileOp create(
      Inserter at,
      List<? extends Value> inits,
      List<? extends Type> types,
      Decision decision,
      BiFunction<Inserter, List<BlockArgument>, List<? extends Value>> body) {
    Region before = new Region();
    Block first = before.appendBlock();
    inits.forEach(init -> first.addArgument(init.type(), at.location()));
    Region after = new Region();
    Block second = after.appendBlock();
    types.forEach(type -> second.addArgument(type, at.location()));
    WhileOp op =
        WhileOpImpl.at(at).operands(inits).results(types).region(before).region(after).create();
    decision.build(at.atEndOf(first), List.copyOf(first.arguments()));
    Inserter inside = at.atEndOf(second);
    YieldOp.create(inside, body.apply(inside, List.copyOf(second.arguments())));
    return op;
  }

  /** The block of the second region; the first is executed once more. */
  @Override
  public Block body() {
    return after().entry();
  }

  /** What ends the first region. */
  public ConditionOp condition() {
    if (before().entry().last() instanceof ConditionOp end) {
      return end;
    }
    throw new CompilerBug("an scf.while that has been verified lacks its scf.condition");
  }

  /** What ends the second region. */
  public YieldOp terminator() {
    return YieldOp.endOf(body());
  }

  /**
   * Makes a loop that carries one more value, in the place of this one, whose regions it takes.
   *
   * @param init what the first region gets at the beginning
   * @param decided what the first region makes of it, for the second region or the last result
   * @param next what the second region makes of that, for the first region
   */
  public WhileOp carryMore(Value init, UnaryOperator<Value> decided, UnaryOperator<Value> next) {
    ConditionOp decision = condition();
    Value handed = decided.apply(before().entry().addArgument(init.type(), location()));
    decision.setOperandGroup(1, with(decision.args(), handed));
    YieldOp end = terminator();
    Value again = next.apply(body().addArgument(init.type(), location()));
    end.setOperandGroup(0, with(end.values(), again));
    List<Type> types = new ArrayList<>(resultTypes());
    types.add(init.type());
    WhileOp loop =
        WhileOpImpl.at(Inserter.before(this))
            .operands(with(inits(), init))
            .results(types)
            .region(taken(before()))
            .region(taken(after()))
            .create();
    for (NamedAttribute attribute : discardableAttributes()) {
      loop.setAttribute(attribute.name(), attribute.value());
    }
    for (int i = 0; i < resultCount(); i++) {
      result(i).replaceAllUsesWith(loop.result(i));
    }
    erase();
    return loop;
  }

  private static List<Value> with(List<? extends Value> values, Value more) {
    List<Value> all = new ArrayList<>(values);
    all.add(more);
    return all;
  }

  private static Region taken(Region region) {
    Region taken = new Region();
    taken.takeBlocks(region);
    return taken;
  }

  static void parse(OpParser parser, OperationState state) {
    Assignments inits = parser.at("(") ? Assignments.parse(parser) : Assignments.NONE;
    parser.expect(":");
    Location place = parser.location();
    Type written = parser.type();
    if (!(written instanceof FunctionType type)) {
      throw parser.error(
          place,
          "invalid kind of type specified: expected builtin.function, but found '%s'",
          AsmText.ofType(written));
    }
    if (type.inputs().size() != inits.size()) {
      throw parser.error(
          place,
          "expected as many input types as operands (expected %d got %d)",
          inits.size(),
          type.inputs().size());
    }
    state.operands(parser.resolve(inits.values(), type.inputs(), place));
    state.results(type.results());
    state.region(parser.region(inits.arguments(type.inputs())));
    parser.expect("do");
    state.region(parser.region(List.of()));
    parser.attributeDictionaryWithKeyword(state);
  }

  @Override
  public void print(OpPrinter printer) {
    if (!inits().isEmpty()) {
      printer.text(" ");
      Assignments.print(printer, before().entry().arguments(), inits());
    }
    List<Type> inputs = inits().stream().map(Value::type).toList();
    printer.text(" : ").type(FunctionType.of(inputs, resultTypes()));
    printer.region(before(), false, true);
    printer.text(" do").region(after(), true, true);
    printer.attributeDictionaryWithKeyword(this, Set.of());
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    List<BlockArgument> first = before().entry().arguments();
    if (!ControlFlowEdge.verify(this, this, "Region #0", inits(), first, diagnostics)) {
      return;
    }
    Operation decision = before().entry().last();
    Operation end = body().last();
    if (!(decision instanceof ConditionOp condition)) {
      refuseEnd("before", "scf.condition", decision, diagnostics);
    } else if (!(end instanceof YieldOp yield)) {
      refuseEnd("after", YieldOp.NAME, end, diagnostics);
    } else if (ControlFlowEdge.verify(
            this, condition, "parent", condition.args(), results(), diagnostics)
        && ControlFlowEdge.verify(
            this, condition, "Region #1", condition.args(), body().arguments(), diagnostics)) {
      ControlFlowEdge.verify(this, yield, "Region #0", yield.values(), first, diagnostics);
    }
  }

  private void refuseEnd(
      String region, String wanted, @Nullable Operation found, Diagnostics diagnostics) {
    Diagnostic error = error("expects the '%s' region to terminate with '%s'", region, wanted);
    diagnostics.report(found == null ? error : error.note(found.location(), "terminator here"));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return InlineDecidedRegion.ofWhile(this, rewriter);
  }
}
