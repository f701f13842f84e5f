// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.ir.AsmText;
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
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ImplicitTerminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does one operation only for the elements that a mask sets. */
@OpDef(name = "vector.mask", customAssembly = true)
@Example(
    """
    %0 = vector.mask %k { vector.reduction <add>, %v : vector<4xf32> into f32 } : \
    vector<4xi1> -> f32\
    """)
public abstract sealed class MaskOp extends Operation
    implements RecursiveEffects, CustomAssembly, ImplicitTerminator, RegionVerified
    permits MaskOpImpl {

  /** Which elements. */
  @Operand(MaskVector.class)
  public abstract Value mask();

  /** What stands for results of the other elements, where it is given. */
  @Operand(AnyType.class)
  public abstract Optional<Value> passthru();

  /** The results of the operation. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** The operation, and a yield. */
  @dev.azulejo.ir.spec.Region
  public abstract Region maskRegion();

  /** Makes one around a body that exists. */
  public static MaskOp create(
      Inserter at, Value mask, @Nullable Value passthru, List<? extends Type> types, Region body) {
    return MaskOpImpl.at(at)
        .operand(mask)
        .optionalOperand(passthru)
        .results(types)
        .region(body)
        .create();
  }

  @Override
  public String terminatorName() {
    return YieldOp.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand mask = parser.operand();
    OpParser.Operand passthru = parser.accept(",") ? parser.operand() : null;
    Region region = parser.region(List.of());
    end(region, state.location());
    parser.attributeDictionary(state);
    parser.expect(":");
    Type maskType = parser.type();
    List<Type> results = parser.optionalArrowTypes();
    state.operand(parser.resolve(mask, maskType));
    if (passthru == null) {
      state.operands(List.of());
    } else if (results.isEmpty()) {
      throw parser.error(state.location(), "expects a result if passthru operand is provided");
    } else {
      state.operands(List.of(parser.resolve(passthru, results.getFirst())));
    }
    state.results(results);
    state.region(region);
  }

  /** The results of the operation are handed over, unless the text says what is. */
  private static void end(Region region, Location location) {
    Block block = region.isEmpty() ? region.appendBlock() : region.entry();
    Operation last = block.last();
    if (!(last instanceof YieldOp)) {
      List<OpResult> results = last == null ? List.of() : last.results();
      YieldOp.create(Inserter.atEnd(block, location), results);
    }
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(mask());
    passthru().ifPresent(value -> printer.text(", ").operand(value));
    Operation first = maskRegion().entry().first();
    printer.text(" { ");
    if (first != null) {
      printer.withoutResults(first).text(" ");
    }
    printer.text("}");
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ").type(mask().type());
    printer.optionalArrowTypes(resultTypes());
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    String problem = problem(maskRegion().entry());
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(Block block) {
    Operation first = Objects.requireNonNull(block.first());
    if (!block.arguments().isEmpty()) {
      return "region should have no arguments";
    }
    if (first instanceof YieldOp yield) {
      return problemOfEmpty(yield);
    }
    if (first.next() == null || !(first.next() instanceof YieldOp yield)) {
      return "expects only one operation to mask";
    }
    if (!(first instanceof Maskable maskable)) {
      return "expects a MaskableOpInterface within the mask region";
    }
    if (first.resultCount() != resultCount() || yield.values().size() != resultCount()) {
      return "expects number of results to match maskable operation number of results";
    }
    if (!yield.values().equals(first.results())) {
      return "expects all the results from the MaskableOpInterface to match all the values returned"
          + " by the terminator";
    }
    if (!first.resultTypes().equals(resultTypes())) {
      return "expects result type to match maskable operation result type";
    }
    VectorType wanted = maskable.expectedMask();
    if (!wanted.equals(mask().type())) {
      return "expects a '%s' mask for the maskable operation".formatted(AsmText.ofType(wanted));
    }
    if (passthru().isEmpty()) {
      return null;
    }
    if (!maskable.takesPassthru()) {
      return "doesn't expect a passthru argument for this maskable operation";
    }
    return passthru().get().type().equals(result(0).type())
        ? null
        : "expects passthru type to match result type";
  }

  private @Nullable String problemOfEmpty(YieldOp yield) {
    List<Type> handed = new ArrayList<>();
    for (Value value : yield.values()) {
      handed.add(value.type());
    }
    return handed.equals(resultTypes())
        ? null
        : "expects number of results and types to match those that are yielded";
  }
}
