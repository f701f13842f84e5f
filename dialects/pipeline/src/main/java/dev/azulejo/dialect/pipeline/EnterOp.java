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
 * The role goes through a loop of the launch, the one of that {@code pipeline.id}, and does in each
 * iteration what stands here.
 */
@OpDef(
    name = "pipeline.enter",
    customAssembly = true,
    parents = {"pipeline.enter", "pipeline.role"})
@Example(
    """
    tile.launch grid(%b = 1) threads(128) {
      pipeline.schedule warps(8) {
        pipeline.role worker(warps = 0 to 4) {
          pipeline.enter "k" {
            pipeline.perform "multiply"
          }
        }
      }
    }\
    """)
public abstract sealed class EnterOp extends Operation
    implements ScheduleEntry, NoTerminator, CustomAssembly, Verified permits EnterOpImpl {

  /** What the loop is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr scope();

  /** What is done in an iteration. */
  @dev.azulejo.ir.spec.Region
  public abstract Region program();

  static void parse(OpParser parser, OperationState state) {
    state.attribute("scope", StringAttr.of(parser.string()));
    Region region = parser.region(List.of());
    if (region.isEmpty()) {
      region.appendBlock();
    }
    state.region(region);
    parser.attributeDictionary(state);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!program().isEmpty() && !program().entry().arguments().isEmpty()) {
      diagnostics.report(error("has a body with arguments, and nothing to give to them"));
    }
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").attribute(scope());
    printer.region(program(), false, true);
    printer.attributeDictionary(this, Set.of("scope"));
  }
}
