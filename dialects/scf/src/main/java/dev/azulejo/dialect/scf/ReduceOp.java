// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;
import java.util.Set;

/**
 * Ends the body of {@code scf.parallel}. For each operand a region says how two values become one;
 * all iterations' operands and the initial value are reduced by it.
 */
@OpDef(name = ReduceOp.NAME, customAssembly = true, parents = "scf.parallel")
@Example(
    """
    scf.parallel (%i) = (%lb) to (%ub) step (%s) {
      scf.reduce
    }\
    """)
public abstract sealed class ReduceOp extends Operation
    implements RecursiveEffects, Terminator, CustomAssembly, Verified, RegionVerified
    permits ReduceOpImpl {
  /** Its full name. */
  public static final String NAME = "scf.reduce";

  /** What this iteration adds to each reduction. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** How two values become one, for each operand. */
  @dev.azulejo.ir.spec.Region
  public abstract List<Region> reductions();

  /** Makes one without reductions. */
  public static ReduceOp create(Inserter at) {
    return ReduceOpImpl.at(at).operands(List.of()).create();
  }

  static void parse(OpParser parser, OperationState state) {
    if (parser.accept("(")) {
      List<OpParser.Operand> operands = parser.operands();
      Location place = parser.location();
      parser.expect(":");
      List<Type> types = parser.types();
      parser.expect(")");
      state.operands(parser.resolve(operands, types, place));
    } else {
      state.operands(List.of());
    }
    // Without operands a brace begins the attributes.
    if (!state.operands().isEmpty()) {
      do {
        state.region(parser.region(List.of()));
      } while (parser.accept(","));
    }
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    if (!values().isEmpty()) {
      printer.text("(");
      printer.operands(values()).text(" : ");
      printer.typesOf(values()).text(")");
    }
    List<Region> regions = reductions();
    if (regions.isEmpty()) {
      // A space at the end of the line, as the field's tools print.
      printer.text(" ");
    }
    for (int i = 0; i < regions.size(); i++) {
      printer.text(i == 0 ? "" : ",");
      printer.region(regions.get(i), true, true);
    }
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (values().size() != reductions().size()) {
      diagnostics.report(
          error(
              "expects as many reduction regions as operands: %d != %d",
              reductions().size(), values().size()));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    for (int i = 0; i < values().size(); i++) {
      Type type = values().get(i).type();
      Block block = reductions().get(i).entry();
      boolean fits =
          block.arguments().size() == 2
              && block.arguments().stream().allMatch(argument -> argument.type().equals(type));
      if (!fits) {
        diagnostics.report(
            error(
                "expected two block arguments with type '%s' in the %d-th reduction region",
                AsmText.ofType(type), i));
        return;
      }
      if (!(block.last() instanceof ReduceReturnOp end)) {
        diagnostics.report(
            error("reduction bodies must be terminated with an 'scf.reduce.return' op"));
        return;
      }
      if (!end.result().type().equals(type)) {
        diagnostics.report(
            end.error(
                "must have type '%s' (the type of the reduction inputs)", AsmText.ofType(type)));
        return;
      }
    }
  }
}
