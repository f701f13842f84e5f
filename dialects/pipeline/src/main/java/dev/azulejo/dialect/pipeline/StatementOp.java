// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.List;
import java.util.Set;

/**
 * Operations that a schedule places as one statement. It means what they mean; all of them are over
 * at its end.
 */
@OpDef(name = "pipeline.statement", customAssembly = true)
@Example(
    """
    pipeline.statement "clear both" {
      tile.fill %x, %zero : memref<64x64xf32, "fragment">
      tile.fill %y, %zero : memref<64x64xf32, "fragment">
    }\
    """)
public abstract sealed class StatementOp extends Operation
    implements RecursiveEffects, NoTerminator, CustomAssembly, Verified permits StatementOpImpl {

  /** What it is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr label();

  /** What is done. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  static void parse(OpParser parser, OperationState state) {
    state.attribute("label", StringAttr.of(parser.string()));
    Region region = parser.region(List.of());
    if (region.isEmpty()) {
      region.appendBlock();
    }
    state.region(region);
    parser.attributeDictionary(state);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!body().isEmpty() && !body().entry().arguments().isEmpty()) {
      diagnostics.report(error("has a body with arguments, and nothing to give to them"));
    }
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").attribute(label());
    printer.region(body(), false, true);
    printer.attributeDictionary(this, Set.of("label"));
  }
}
