// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.Scalar;
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
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All threads of the block get the values of all of them, combined into one. How two values become
 * one is said by a word, or by the region.
 */
@OpDef(
    name = "gpu.all_reduce",
    customAssembly = true,
    sameTypes = {"value", "result"})
@Example(
    """
    %0 = gpu.all_reduce add %x {
    } : (f32) -> f32\
    """)
public abstract sealed class AllReduceOp extends Operation
    implements UnknownEffects, CustomAssembly, IsolatedFromAbove, RegionVerified
    permits AllReduceOpImpl {
  private static final String OP_ATTRIBUTE = "op";
  private static final String UNIFORM_ATTRIBUTE = "uniform";

  /** What this thread adds. */
  @Operand(Scalar.class)
  public abstract Value value();

  /** How two values become one, unless the region says it. */
  @Attr(value = AllReduceOperationAttribute.class, name = OP_ATTRIBUTE)
  public abstract Optional<AllReduceOperationAttr> opAttribute();

  /** Do all threads of the block, or none, execute it? */
  @Attr(value = UnitAttribute.class, name = UNIFORM_ATTRIBUTE)
  public abstract boolean uniform();

  /** All values as one. */
  @Result(Scalar.class)
  public abstract OpResult result();

  /** How two values become one; empty where a word says it. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.ANY)
  public abstract Region body();

  /** Makes one whose values are combined as a word says. */
  public static AllReduceOp create(Inserter at, AllReduceOperation operation, Value value) {
    return AllReduceOpImpl.at(at)
        .operand(value)
        .attribute(OP_ATTRIBUTE, new AllReduceOperationAttr(operation))
        .result(value.type())
        .region(new Region())
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    state.attribute(OP_ATTRIBUTE, AllReduceOperation.parse(parser));
    OpParser.Operand value = parser.operand();
    if (parser.accept(UNIFORM_ATTRIBUTE)) {
      state.attribute(UNIFORM_ATTRIBUTE, UnitAttr.INSTANCE);
    }
    state.region(parser.region(List.of()));
    parser.attributeDictionary(state);
    Reductions.parseType(parser, value, state);
  }

  @Override
  public void print(OpPrinter printer) {
    Reductions.print(opAttribute(), value(), uniform(), printer);
    printer.region(body(), true, true);
    printer.attributeDictionary(this, Set.of(OP_ATTRIBUTE, UNIFORM_ATTRIBUTE));
    printer.text(" : ").type(FunctionType.of(List.of(value().type()), resultTypes()));
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    if (body().isEmpty() == opAttribute().isEmpty()) {
      report("expected either an op attribute or a non-empty body", diagnostics);
    } else if (opAttribute().isPresent()) {
      opAttribute().get().value().verify(this, value().type(), diagnostics);
    } else {
      verifyBody(diagnostics);
    }
  }

  private void verifyBody(Diagnostics diagnostics) {
    List<BlockArgument> arguments = body().entry().arguments();
    if (arguments.size() != 2) {
      report("expected two region arguments", diagnostics);
      return;
    }
    for (BlockArgument argument : arguments) {
      if (!argument.type().equals(value().type())) {
        report("incorrect region argument type", diagnostics);
        return;
      }
    }
    boolean yields = false;
    for (Block block : body().blocks()) {
      if (block.last() instanceof YieldOp yield) {
        yields = true;
        if (!verifyYield(yield, diagnostics)) {
          return;
        }
      }
    }
    if (!yields) {
      report("expected gpu.yield op in region", diagnostics);
    }
  }

  private boolean verifyYield(YieldOp yield, Diagnostics diagnostics) {
    if (yield.operandCount() != 1) {
      report("expected one gpu.yield operand", diagnostics);
      return false;
    }
    if (!yield.operand(0).type().equals(value().type())) {
      report("incorrect gpu.yield type", diagnostics);
      return false;
    }
    return true;
  }

  private void report(String problem, Diagnostics diagnostics) {
    diagnostics.report(Diagnostic.error(location(), "%s", problem));
  }
}
