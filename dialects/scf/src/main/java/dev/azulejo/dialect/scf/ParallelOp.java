// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
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
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Runs its body for all indices of a space of one or more dimensions, in any order or at once.
 * Values are reduced over all iterations by the {@code scf.reduce} that ends the body; a reduction
 * begins with its value of {@code initVals}, and its order is not specified.
 */
@OpDef(name = "scf.parallel", customAssembly = true)
@Example(
    """
    %r = scf.parallel (%i, %j) = (%lb, %lb) to (%ub, %ub) step (%s, %s) init (%zero) -> f32 {
      scf.reduce(%x : f32) {
      ^bb0(%a: f32, %b: f32):
        scf.reduce.return %a : f32
      }
    }\
    """)
public abstract sealed class ParallelOp extends Operation
    implements RecursiveEffects,
        ImplicitTerminator,
        LoopLike,
        CustomAssembly,
        Verified,
        RegionVerified,
        Canonicalizable
    permits ParallelOpImpl {

  /** The first index of each dimension. */
  @Operand(Index.class)
  public abstract List<Value> lowerBound();

  /** The index that ends each dimension. */
  @Operand(Index.class)
  public abstract List<Value> upperBound();

  /** The distance of two indices in each dimension. */
  @Operand(Index.class)
  public abstract List<Value> step();

  /** What the reductions begin with. */
  @Operand(AnyType.class)
  public abstract List<Value> initVals();

  /** What the reductions give. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** What is done for an index; its arguments are the index of each dimension. */
  @dev.azulejo.ir.spec.Region
  public abstract Region region();

  /** Makes a loop without reductions; {@code body} writes what is done for an index. */
  public static ParallelOp create(
      Inserter at,
      List<? extends Value> lower,
      List<? extends Value> upper,
      List<? extends Value> step,
      BiConsumer<Inserter, List<BlockArgument>> body) {
    Region region = new Region();
    Block block = region.appendBlock();
    lower.forEach(bound -> block.addArgument(bound.type(), at.location()));
    ParallelOp op =
        ParallelOpImpl.at(at)
            .operands(lower)
            .operands(upper)
            .operands(step)
            .operands(List.of())
            .region(region)
            .create();
    Inserter inside = at.atEndOf(block);
    body.accept(inside, List.copyOf(block.arguments()));
    ReduceOp.create(inside);
    return op;
  }

  @Override
  public Block body() {
    return region().entry();
  }

  /** How many dimensions the space has. */
  public int rank() {
    return step().size();
  }

  @Override
  public String terminatorName() {
    return ReduceOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    List<OpParser.Argument> indices = new ArrayList<>();
    parser.list("(", ")", () -> indices.add(parser.argument(IndexType.INSTANCE)));
    parser.expect("=");
    bounds(parser, state, indices.size());
    parser.expect("to");
    bounds(parser, state, indices.size());
    parser.expect("step");
    bounds(parser, state, indices.size());
    List<OpParser.Operand> inits = List.of();
    Location place = parser.location();
    if (parser.accept("init")) {
      inits = operands(parser);
    }
    List<Type> types = parser.optionalArrowTypes();
    if (inits.size() != types.size()) {
      throw parser.error(
          place,
          "number of operands and types do not match: got %d operands and %d types",
          inits.size(),
          types.size());
    }
    state.operands(parser.resolve(inits, types, place));
    state.results(types);
    Region region = parser.region(indices);
    parser.ensureTerminator(region, ReduceOp.NAME, state.location());
    state.region(region);
    parser.attributeDictionary(state);
  }

  private static void bounds(OpParser parser, OperationState state, int count) {
    Location place = parser.location();
    List<OpParser.Operand> written = operands(parser);
    if (written.size() != count) {
      throw parser.error(place, "expected %d operands", count);
    }
    state.operands(parser.resolve(written, Collections.nCopies(count, IndexType.INSTANCE), place));
  }

  private static List<OpParser.Operand> operands(OpParser parser) {
    List<OpParser.Operand> operands = new ArrayList<>();
    parser.list("(", ")", () -> operands.add(parser.operand()));
    return operands;
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" (");
    printer.operands(body().arguments()).text(") = (");
    printer.operands(lowerBound()).text(") to (");
    printer.operands(upperBound()).text(") step (");
    printer.operands(step()).text(")");
    if (!initVals().isEmpty()) {
      printer.text(" init (");
      printer.operands(initVals()).text(")");
    }
    printer.optionalArrowTypes(resultTypes());
    printer.region(region(), false, true);
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = rank();
    List<BlockArgument> indices = body().arguments();
    if (rank == 0) {
      diagnostics.report(
          error("needs at least one tuple element for lowerBound, upperBound and step"));
    } else if (lowerBound().size() != rank || upperBound().size() != rank) {
      diagnostics.report(
          error(
              "expects as many lower and upper bounds as steps: %d and %d, but %d",
              lowerBound().size(), upperBound().size(), rank));
    } else if (indices.size() != rank) {
      diagnostics.report(
          error(
              "expects the same number of induction variables: %d as bound and step values: %d",
              indices.size(), rank));
    } else if (!indices.stream().allMatch(index -> index.type().equals(IndexType.INSTANCE))) {
      diagnostics.report(error("expects arguments for the induction variable to be of index type"));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    if (!(body().last() instanceof ReduceOp reduce)) {
      return;
    }
    List<Value> reduced = reduce.values();
    if (resultCount() != reduced.size()) {
      diagnostics.report(
          error(
              "expects number of results: %d to be the same as number of reductions: %d",
              resultCount(), reduced.size()));
      return;
    }
    if (resultCount() != initVals().size()) {
      diagnostics.report(
          error(
              "expects number of results: %d to be the same as number of initial values: %d",
              resultCount(), initVals().size()));
      return;
    }
    for (int i = 0; i < resultCount(); i++) {
      Type result = result(i).type();
      Type operand = reduced.get(i).type();
      if (!operand.equals(result)) {
        diagnostics.report(
            reduce.error(
                "expects type of %d-th reduction operand: '%s' to be the same as the %d-th result"
                    + " type: '%s'",
                i, AsmText.ofType(operand), i, AsmText.ofType(result)));
        return;
      }
      if (!initVals().get(i).type().equals(result)) {
        diagnostics.report(
            error(
                "expects type of %d-th initial value: '%s' to be the same as the %d-th result type:"
                    + " '%s'",
                i, AsmText.ofType(initVals().get(i).type()), i, AsmText.ofType(result)));
        return;
      }
    }
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return UnrollTrivialLoop.rewrite(this, rewriter);
  }
}
