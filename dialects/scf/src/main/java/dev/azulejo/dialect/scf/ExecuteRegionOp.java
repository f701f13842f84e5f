// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Set;

/**
 * Executes its region, which may have several blocks, once; for use where an operation may only
 * have one block around it. Its results are what the region yields.
 */
@OpDef(name = "scf.execute_region", customAssembly = true)
@Example(
    """
    %r = scf.execute_region -> i32 {
      scf.yield %x : i32
    }\
    """)
public abstract sealed class ExecuteRegionOp extends Operation
    implements RecursiveEffects, CustomAssembly, Verified, RegionVerified, Canonicalizable
    permits ExecuteRegionOpImpl {
  private static final Set<String> SPELT = Set.of("no_inline");

  /** What the region yields. */
  @Result(AnyType.class)
  public abstract List<OpResult> resultValues();

  /** Must the region stay where it is? */
  @Attr(value = UnitAttribute.class, name = "no_inline")
  public abstract boolean noInline();

  /** What is executed. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.ANY)
  public abstract Region region();

  static void parse(OpParser parser, OperationState state) {
    state.results(parser.optionalArrowTypes());
    if (parser.accept("no_inline")) {
      state.attribute("no_inline", UnitAttr.INSTANCE);
    }
    state.region(parser.region(List.of()));
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.optionalArrowTypes(resultTypes());
    printer.text(noInline() ? " no_inline" : "");
    printer.region(region(), true, true);
    printer.attributeDictionary(this, SPELT);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (region().isEmpty()) {
      diagnostics.report(error("region needs to have at least one block"));
    } else if (!region().entry().arguments().isEmpty()) {
      diagnostics.report(error("region cannot have any arguments"));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    for (Block block : region().blocks()) {
      if (block.last() instanceof YieldOp end
          && !ControlFlowEdge.verify(this, end, "parent", end.values(), results(), diagnostics)) {
        return;
      }
    }
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return !noInline()
        && region().blocks().size() == 1
        && InlineDecidedRegion.inline(this, region(), rewriter);
  }
}
