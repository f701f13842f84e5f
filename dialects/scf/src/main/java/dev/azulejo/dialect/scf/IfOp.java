// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes one of two regions. Its results are what that region yields; without results the second
 * region may be absent.
 */
@OpDef(name = "scf.if", customAssembly = true)
@Example(
    """
    %r = scf.if %c -> (f32) {
      scf.yield %x : f32
    } else {
      scf.yield %y : f32
    }\
    """)
public abstract sealed class IfOp extends Operation
    implements RecursiveEffects,
        ImplicitTerminator,
        CustomAssembly,
        Verified,
        RegionVerified,
        Canonicalizable
    permits IfOpImpl {

  /** Which region is executed: the first for true. */
  @Operand(I1.class)
  public abstract Value condition();

  /** What the executed region yields. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** What is done where the condition is true. */
  @dev.azulejo.ir.spec.Region
  public abstract Region thenRegion();

  /** What is done where it is false; without blocks nothing. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.AT_MOST_ONE_BLOCK)
  public abstract Region elseRegion();

  /** Makes one without an else branch whose first branch does nothing yet but yield. */
  public static IfOp create(Inserter at, Value condition) {
    return create(at, condition, _ -> {});
  }

  /** Makes one without results and without an else branch. */
  public static IfOp create(Inserter at, Value condition, Consumer<Inserter> then) {
    return create(at, condition, List.of(), yieldingNothing(then), null);
  }

  /** Makes one without results. */
  public static IfOp create(
      Inserter at, Value condition, Consumer<Inserter> then, Consumer<Inserter> otherwise) {
    return create(at, condition, List.of(), yieldingNothing(then), yieldingNothing(otherwise));
  }

  /**
   * Makes one with results; the functions write the branches and return what these yield.
   *
   * @param otherwise the else branch, or null for none
   */
  public static IfOp create(
      Inserter at,
      Value condition,
      List<? extends Type> types,
      Function<Inserter, List<? extends Value>> then,
      @Nullable Function<Inserter, List<? extends Value>> otherwise) {
    Region thenRegion = new Region();
    Region elseRegion = new Region();
    Inserter inThen = at.atEndOf(thenRegion.appendBlock());
    Inserter inElse = otherwise == null ? null : at.atEndOf(elseRegion.appendBlock());
    IfOp op = create(at, condition, types, thenRegion, elseRegion);
    YieldOp.create(inThen, then.apply(inThen));
    if (otherwise != null && inElse != null) {
      YieldOp.create(inElse, otherwise.apply(inElse));
    }
    return op;
  }

  /** Makes one around branches that exist. */
  public static IfOp create(
      Inserter at, Value condition, List<? extends Type> types, Region then, Region otherwise) {
    return IfOpImpl.at(at)
        .operand(condition)
        .results(types)
        .region(then)
        .region(otherwise)
        .create();
  }

  private static Function<Inserter, List<? extends Value>> yieldingNothing(
      Consumer<Inserter> writer) {
    return at -> {
      writer.accept(at);
      return List.of();
    };
  }

  /** The block that is executed where the condition is true. */
  public Block thenBlock() {
    return thenRegion().entry();
  }

  /** The block that is executed where it is false, or null. */
  public @Nullable Block elseBlock() {
    return elseRegion().isEmpty() ? null : elseRegion().entry();
  }

  /** What ends the first branch. */
  public YieldOp thenYield() {
    return YieldOp.endOf(thenBlock());
  }

  /** What ends the second branch, or null where there is none. */
  public @Nullable YieldOp elseYield() {
    Block block = elseBlock();
    return block == null ? null : YieldOp.endOf(block);
  }

  @Override
  public String terminatorName() {
    return YieldOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    state.operand(parser.resolve(parser.operand(), IntegerType.I1));
    state.results(parser.optionalArrowTypes());
    Region then = parser.region(List.of());
    parser.ensureTerminator(then, YieldOp.NAME, state.location());
    Region otherwise = new Region();
    if (parser.accept("else")) {
      otherwise = parser.region(List.of());
      parser.ensureTerminator(otherwise, YieldOp.NAME, state.location());
    }
    state.region(then).region(otherwise);
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    boolean hasResults = resultCount() > 0;
    printer.text(" ");
    printer.operand(condition());
    if (hasResults) {
      printer.text(" -> (").types(resultTypes()).text(")");
    }
    printer.region(thenRegion(), false, hasResults);
    if (!elseRegion().isEmpty()) {
      printer.text(" else").region(elseRegion(), false, hasResults);
    }
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    for (int i = 0; i < regionCount(); i++) {
      Region region = region(i);
      if (!region.isEmpty() && !region.entry().arguments().isEmpty()) {
        diagnostics.report(error("region #%d should have no arguments", i));
        return;
      }
    }
    if (resultCount() > 0 && elseRegion().isEmpty()) {
      diagnostics.report(error("must have an else block if defining values"));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    for (Region region : regions()) {
      if (!region.isEmpty()) {
        YieldOp end = YieldOp.endOf(region.entry());
        if (!ControlFlowEdge.verify(this, end, "parent", end.values(), results(), diagnostics)) {
          return;
        }
      }
    }
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SimplifyIf.rewrite(this, rewriter);
  }
}
