// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs its body once for each index of a space, all in parallel. Bounds and steps may be constants
 * or values. Tensors that the bodies write together are handed in as {@code outputs}; {@code
 * mapping} may say which level of a machine each dimension goes to.
 */
@OpDef(name = "scf.forall", customAssembly = true)
@Example(
    """
    scf.forall (%i, %j) in (%n, 8) {
    }\
    """)
public abstract sealed class ForallOp extends Operation
    implements RecursiveEffects, ImplicitTerminator, LoopLike, CustomAssembly, Verified
    permits ForallOpImpl {
  private static final Set<String> SPELT =
      Set.of("staticLowerBound", "staticUpperBound", "staticStep");

  /** The first indices that are values. */
  @Operand(Index.class)
  public abstract List<Value> dynamicLowerBound();

  /** The ending indices that are values. */
  @Operand(Index.class)
  public abstract List<Value> dynamicUpperBound();

  /** The steps that are values. */
  @Operand(Index.class)
  public abstract List<Value> dynamicStep();

  /** What the tensors that the bodies write begin as. */
  @Operand(RankedTensor.class)
  public abstract List<Value> outputs();

  /** The tensors that the bodies wrote. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** The first indices that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr staticLowerBound();

  /** The ending indices that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr staticUpperBound();

  /** The steps that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr staticStep();

  /** What each dimension is mapped to. */
  @Attr(DeviceMappings.class)
  public abstract Optional<ArrayAttr> mapping();

  /** What is done for an index; its arguments are the indices and the tensors. */
  @dev.azulejo.ir.spec.Region
  public abstract Region region();

  @Override
  public Block body() {
    return region().entry();
  }

  /** How many dimensions the space has. */
  public int rank() {
    return staticLowerBound().asLongs().length;
  }

  /** The first index of each dimension. */
  public List<Offset> lowerBounds() {
    return MixedIndices.offsets(staticLowerBound(), dynamicLowerBound());
  }

  /** The index that ends each dimension. */
  public List<Offset> upperBounds() {
    return MixedIndices.offsets(staticUpperBound(), dynamicUpperBound());
  }

  /** The step of each dimension. */
  public List<Offset> steps() {
    return MixedIndices.offsets(staticStep(), dynamicStep());
  }

  @Override
  public String terminatorName() {
    return InParallelOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    List<OpParser.Argument> indices = new ArrayList<>();
    parser.list("(", ")", () -> indices.add(parser.argument(IndexType.INSTANCE)));
    MixedIndices lower;
    MixedIndices upper;
    MixedIndices step;
    if (parser.accept("in")) {
      lower = MixedIndices.repeat(0, indices.size());
      upper = MixedIndices.parse(parser, "(", ")");
      step = MixedIndices.repeat(1, indices.size());
    } else {
      parser.expect("=");
      lower = MixedIndices.parse(parser, "(", ")");
      parser.expect("to");
      upper = MixedIndices.parse(parser, "(", ")");
      parser.expect("step");
      step = MixedIndices.parse(parser, "(", ")");
    }
    for (MixedIndices each : List.of(lower, upper, step)) {
      state.operands(each.resolve(parser));
    }
    state.attribute("staticLowerBound", lower.constants());
    state.attribute("staticUpperBound", upper.constants());
    state.attribute("staticStep", step.constants());
    Assignments outputs = Assignments.NONE;
    List<Type> types = List.of();
    Location place = parser.location();
    if (parser.accept("shared_outs")) {
      outputs = Assignments.parse(parser);
      place = parser.location();
      types = parser.optionalArrowTypes();
    }
    state.operands(parser.resolve(outputs.values(), types, place));
    state.results(types);
    List<OpParser.Argument> arguments = new ArrayList<>(indices);
    arguments.addAll(outputs.arguments(types));
    Region region = parser.region(arguments);
    InParallelOp.ensure(region, state.location());
    state.region(region);
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" (");
    printer.operands(body().arguments().subList(0, rank())).text(")");
    if (isNormalized()) {
      printer.text(" in (");
    } else {
      printer.text(" = (");
      MixedIndices.print(printer, lowerBounds());
      printer.text(") to (");
    }
    MixedIndices.print(printer, upperBounds());
    if (!isNormalized()) {
      printer.text(") step (");
      MixedIndices.print(printer, steps());
    }
    printer.text(")");
    List<Value> outputs = outputs();
    if (!outputs.isEmpty()) {
      printer.text(" shared_outs");
      Assignments.print(printer, outputArguments(), outputs);
      printer.text(" -> (").types(resultTypes()).text(")");
    }
    printer.region(region(), false, !outputs.isEmpty() || hasOwnEnd());
    printer.attributeDictionary(this, SPELT);
  }

  /** Does its terminator say something that leaving it out would lose? */
  private boolean hasOwnEnd() {
    return body().last() instanceof InParallelOp end
        && !(end.region().entry().isEmpty() && end.discardableAttributes().isEmpty());
  }

  private List<BlockArgument> outputArguments() {
    return body().arguments().subList(rank(), rank() + outputs().size());
  }

  /** Do all dimensions begin at 0, with step 1? */
  public boolean isNormalized() {
    return Arrays.stream(staticLowerBound().asLongs()).allMatch(bound -> bound == 0)
        && Arrays.stream(staticStep().asLongs()).allMatch(step -> step == 1);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = rank();
    List<BlockArgument> arguments = body().arguments();
    if (arguments.size() != rank + outputs().size()) {
      diagnostics.report(error("region expects %d arguments", rank + outputs().size()));
      return;
    }
    for (int i = 0; i < rank; i++) {
      if (!arguments.get(i).type().equals(IndexType.INSTANCE)) {
        diagnostics.report(error("expects %d-th block argument to be an index", i));
        return;
      }
    }
    if (resultCount() != outputs().size()) {
      diagnostics.report(
          error("produces %d results, but has only %d outputs", resultCount(), outputs().size()));
      return;
    }
    for (int i = 0; i < outputs().size(); i++) {
      Type type = outputs().get(i).type();
      if (!arguments.get(rank + i).type().equals(type) || !result(i).type().equals(type)) {
        diagnostics.report(
            error("type mismatch between %d-th output and corresponding block argument", i));
        return;
      }
    }
    boolean fits =
        verifyBounds("lower bound", rank, staticLowerBound(), dynamicLowerBound(), diagnostics)
            && verifyBounds(
                "upper bound", rank, staticUpperBound(), dynamicUpperBound(), diagnostics)
            && verifyBounds("step", rank, staticStep(), dynamicStep(), diagnostics);
    if (fits && mapping().isPresent() && mapping().get().size() != rank) {
      diagnostics.report(error("mapping attribute size must match op rank"));
    }
  }

  private boolean verifyBounds(
      String what, int rank, DenseArrayAttr constants, List<Value> values, Diagnostics to) {
    if (constants.asLongs().length != rank) {
      to.error(location(), "expected %d %s values, got %d", rank, what, constants.asLongs().length);
      return false;
    }
    if (!MixedIndices.fits(constants, values)) {
      to.error(
          location(), "expected %d dynamic %s values", MixedIndices.dynamicCount(constants), what);
      return false;
    }
    return true;
  }
}
