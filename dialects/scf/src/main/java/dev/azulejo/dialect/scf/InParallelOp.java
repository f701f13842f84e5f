// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.GraphRegion;
import dev.azulejo.ir.trait.NoTerminator;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;
import java.util.Set;

/** Ends the body of {@code scf.forall}: how the bodies' parts of the outputs are put together. */
@OpDef(name = InParallelOp.NAME, customAssembly = true, parents = "scf.forall")
@Example(
    """
    scf.forall (%i) in (8) {
      scf.forall.in_parallel {
      }
    }\
    """)
public abstract sealed class InParallelOp extends Operation
    implements RecursiveEffects, Terminator, NoTerminator, GraphRegion, CustomAssembly, Verified
    permits InParallelOpImpl {
  /** Its full name. */
  public static final String NAME = "scf.forall.in_parallel";

  /** The insertions. */
  @dev.azulejo.ir.spec.Region
  public abstract Region region();

  /** Adds one to the block of a region that doesn't end in one. */
  static void ensure(Region region, Location location) {
    Block block = region.isEmpty() ? region.appendBlock() : region.entry();
    if (!(block.last() instanceof Terminator)) {
      Region nothing = new Region();
      nothing.appendBlock();
      InParallelOpImpl.at(Inserter.atEnd(block, location)).region(nothing).create();
    }
  }

  static void parse(OpParser parser, OperationState state) {
    Region region = parser.region(List.of());
    if (region.isEmpty()) {
      region.appendBlock();
    }
    state.region(region);
    parser.attributeDictionary(state);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.region(region(), false, true);
    printer.attributeDictionary(this, Set.of());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    for (Operation op : region().entry()) {
      // No dialect here declares an insertion into a tensor; what is unknown may be one.
      if (op.schema().isRegistered()) {
        diagnostics.report(error("expected only ParallelCombiningOpInterface ops"));
        return;
      }
    }
  }
}
