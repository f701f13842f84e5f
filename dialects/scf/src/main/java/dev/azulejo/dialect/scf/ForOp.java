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
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerOrIndex;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import dev.azulejo.ir.trait.LoopLike;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs its body for {@code lowerBound}, {@code lowerBound + step} and so on while the index is less
 * than {@code upperBound}. The body carries values from iteration to iteration: they begin as
 * {@code initArgs}, each iteration yields the next ones, and the last ones are the results. {@code
 * step} must be positive. Bounds compare as signed numbers unless {@code unsignedCmp} is set.
 */
@OpDef(
    name = "scf.for",
    customAssembly = true,
    sameTypes = {"lowerBound", "upperBound", "step"})
@Example(
    """
    %sum = scf.for %i = %lb to %ub step %s iter_args(%acc = %zero) -> (f32) {
      scf.yield %acc : f32
    }\
    """)
public abstract sealed class ForOp extends Operation
    implements RecursiveEffects,
        ImplicitTerminator,
        LoopLike,
        CustomAssembly,
        Verified,
        RegionVerified,
        Canonicalizable
    permits ForOpImpl {
  private static final Set<String> SPELT = Set.of("unsignedCmp");

  /** The first index. */
  @Operand(SignlessIntegerOrIndex.class)
  public abstract Value lowerBound();

  /** The index that ends the loop: the first that is not less than it is not executed. */
  @Operand(SignlessIntegerOrIndex.class)
  public abstract Value upperBound();

  /** What is added to the index behind each iteration. */
  @Operand(SignlessIntegerOrIndex.class)
  public abstract Value step();

  /** What the carried values begin as. */
  @Operand(AnyType.class)
  public abstract List<Value> initArgs();

  /** What the carried values end as. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** Do the bounds compare as unsigned numbers? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsignedCmp();

  /** What is done in an iteration; its arguments are the index and the carried values. */
  @dev.azulejo.ir.spec.Region
  public abstract Region region();

  /** Writes the body of a loop that carries values. */
  @FunctionalInterface
  public interface CarryingBody {
    /** Writes at {@code at} and returns what the iteration yields. */
    List<? extends Value> build(Inserter at, BlockArgument index, List<BlockArgument> carried);
  }

  /** Makes a loop that carries nothing and does nothing yet; its body ends in a yield. */
  public static ForOp create(Inserter at, Value lower, Value upper, Value step) {
    return create(at, lower, upper, step, (_, _) -> {});
  }

  /** Makes a loop that carries nothing; {@code body} writes what is done for an index. */
  public static ForOp create(
      Inserter at, Value lower, Value upper, Value step, BiConsumer<Inserter, BlockArgument> body) {
    return create(
        at,
        lower,
        upper,
        step,
        List.of(),
        (inside, index, _) -> {
          body.accept(inside, index);
          return List.of();
        });
  }

  /** Makes a loop that carries values; {@code body} writes an iteration. */
  public static ForOp create(
      Inserter at,
      Value lower,
      Value upper,
      Value step,
      List<? extends Value> inits,
      CarryingBody body) {
    Region region = new Region();
    Block block = region.appendBlock();
    BlockArgument index = block.addArgument(lower.type(), at.location());
    for (Value init : inits) {
      block.addArgument(init.type(), at.location());
    }
    List<BlockArgument> carried = List.copyOf(block.arguments().subList(1, inits.size() + 1));
    ForOp op = create(at, List.of(lower, upper, step), inits, region);
    Inserter inside = at.atEndOf(block);
    YieldOp.create(inside, body.build(inside, index, carried));
    return op;
  }

  /**
   * Makes this loop carry more values: they begin as {@code inits}, and {@code next} writes, at the
   * end of the body, what the next iteration finds. This operation is replaced; its body, and the
   * values in it, move into the one that is returned.
   */
  public ForOp carryMore(List<? extends Value> inits, CarryingBody next) {
    Block body = body();
    List<BlockArgument> added = new ArrayList<>();
    for (Value init : inits) {
      added.add(body.addArgument(init.type(), location()));
    }
    YieldOp end = terminator();
    // What is written may put others in the place of values that are yielded already.
    List<? extends Value> more =
        next.build(Inserter.before(end), inductionVar(), List.copyOf(added));
    List<Value> yielded = new ArrayList<>(end.values());
    yielded.addAll(more);
    end.setOperandGroup(0, yielded);
    List<Value> all = new ArrayList<>(initArgs());
    all.addAll(inits);
    ForOp loop = withBodyOf(this, Inserter.before(this), all);
    for (int i = 0; i < resultCount(); i++) {
      result(i).replaceAllUsesWith(loop.result(i));
    }
    erase();
    return loop;
  }

  /** Makes a loop that carries other values but is otherwise like one, whose body it takes. */
  static ForOp withBodyOf(ForOp op, Inserter at, List<? extends Value> inits) {
    Region region = new Region();
    region.takeBlocks(op.region());
    ForOp loop = create(at, List.of(op.lowerBound(), op.upperBound(), op.step()), inits, region);
    if (op.unsignedCmp()) {
      loop.setAttribute("unsignedCmp", UnitAttr.INSTANCE);
    }
    for (NamedAttribute attribute : op.discardableAttributes()) {
      loop.setAttribute(attribute.name(), attribute.value());
    }
    return loop;
  }

  /** Makes a loop around a body that exists. */
  public static ForOp create(
      Inserter at, List<Value> range, List<? extends Value> inits, Region region) {
    return ForOpImpl.at(at)
        .operand(range.get(0))
        .operand(range.get(1))
        .operand(range.get(2))
        .operands(inits)
        .results(inits.stream().map(Value::type).toList())
        .region(region)
        .create();
  }

  @Override
  public Block body() {
    return region().entry();
  }

  /** The index of an iteration. */
  public BlockArgument inductionVar() {
    return body().argument(0);
  }

  /** The carried values as an iteration finds them. */
  public List<BlockArgument> carried() {
    List<BlockArgument> all = body().arguments();
    return all.subList(1, all.size());
  }

  /** What hands values to the next iteration. */
  public YieldOp terminator() {
    return YieldOp.endOf(body());
  }

  /** How often the body is executed, where that is known, else null. */
  public @Nullable BigInteger tripCount() {
    return TripCount.of(lowerBound(), upperBound(), step(), unsignedCmp());
  }

  @Override
  public String terminatorName() {
    return YieldOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    if (parser.accept("unsigned")) {
      state.attribute("unsignedCmp", UnitAttr.INSTANCE);
    }
    OpParser.Argument index = parser.argument(IndexType.INSTANCE);
    parser.expect("=");
    OpParser.Operand lower = parser.operand();
    parser.expect("to");
    OpParser.Operand upper = parser.operand();
    parser.expect("step");
    OpParser.Operand step = parser.operand();
    Location place = parser.location();
    Assignments carried = Assignments.NONE;
    List<Type> types = List.of();
    if (parser.accept("iter_args")) {
      carried = Assignments.parse(parser);
      place = parser.location();
      types = parser.optionalArrowTypes();
    }
    if (carried.size() != types.size()) {
      throw parser.error(
          state.location(), "mismatch in number of loop-carried values and defined values");
    }
    Type type = parser.accept(":") ? parser.type() : IndexType.INSTANCE;
    state.operand(parser.resolve(lower, type));
    state.operand(parser.resolve(upper, type));
    state.operand(parser.resolve(step, type));
    state.operands(parser.resolve(carried.values(), types, place));
    state.results(types);
    List<OpParser.Argument> arguments = new ArrayList<>();
    arguments.add(new OpParser.Argument(index.name(), type, index.location()));
    arguments.addAll(carried.arguments(types));
    Region region = parser.region(arguments);
    parser.ensureTerminator(region, YieldOp.NAME, state.location());
    state.region(region);
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(unsignedCmp() ? " unsigned " : " ");
    printer.operand(inductionVar()).text(" = ");
    printer.operand(lowerBound()).text(" to ");
    printer.operand(upperBound()).text(" step ");
    printer.operand(step());
    List<Value> inits = initArgs();
    if (!inits.isEmpty()) {
      printer.text(" iter_args");
      Assignments.print(printer, carried(), inits);
      printer.text(" -> (").typesOf(inits).text(")");
    }
    if (!inductionVar().type().equals(IndexType.INSTANCE)) {
      // Two spaces, as the field's tools print.
      printer.text("  : ").type(inductionVar().type());
    }
    printer.region(region(), false, !inits.isEmpty());
    printer.attributeDictionary(this, SPELT);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    List<BlockArgument> arguments = body().arguments();
    List<Value> inits = initArgs();
    if (resultCount() != inits.size()) {
      diagnostics.report(error("mismatch in number of loop-carried values and defined values"));
    } else if (arguments.isEmpty()) {
      diagnostics.report(error("expected body to have an argument for the induction variable"));
    } else if (arguments.size() - 1 != inits.size()) {
      diagnostics.report(
          error(
              "different number of inits and region iter_args: %d != %d",
              inits.size(), arguments.size() - 1));
    } else if (!inductionVar().type().equals(lowerBound().type())) {
      diagnostics.report(error("expected induction variable to be same type as bounds and step"));
    } else {
      verifyCarried(diagnostics);
    }
  }

  private void verifyCarried(Diagnostics diagnostics) {
    List<Value> inits = initArgs();
    for (int i = 0; i < inits.size(); i++) {
      Type type = carried().get(i).type();
      if (!inits.get(i).type().equals(type)) {
        refuse(diagnostics, i, "init and %d-th region iter_arg", inits.get(i).type(), type);
        return;
      }
      if (!type.equals(result(i).type())) {
        refuse(diagnostics, i, "region iter_arg and %d-th loop result", type, result(i).type());
        return;
      }
    }
  }

  private void refuse(Diagnostics diagnostics, int i, String which, Type one, Type other) {
    diagnostics.report(
        error(
            "%d-th %s have different type: '%s' != '%s'",
            i, String.format(Locale.ROOT, which, i), AsmText.ofType(one), AsmText.ofType(other)));
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    List<Value> yielded = terminator().values();
    List<BlockArgument> carried = carried();
    if (yielded.isEmpty() && !carried.isEmpty()) {
      ControlFlowEdge.verify(this, terminator(), "Region #0", yielded, carried, diagnostics);
    } else if (yielded.size() != carried.size()) {
      diagnostics.report(
          error(
              "different number of region iter_args and yielded values: %d != %d",
              carried.size(), yielded.size()));
    } else {
      for (int i = 0; i < yielded.size(); i++) {
        if (!yielded.get(i).type().equals(carried.get(i).type())) {
          refuse(
              diagnostics,
              i,
              "region iter_arg and %d-th yielded value",
              carried.get(i).type(),
              yielded.get(i).type());
          return;
        }
      }
    }
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return UnrollTrivialLoop.rewrite(this, rewriter)
        || DropInvariantCarriedValues.rewrite(this, rewriter);
  }
}
