// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * The role performs a statement of the launch here: the operation of that {@code pipeline.id}, or
 * the {@code pipeline.statement} of that name, under the conditions that stand around it.
 */
@OpDef(
    name = "pipeline.perform",
    format = "$statement attr-dict",
    parents = {"pipeline.enter", "pipeline.role"})
@Example(
    """
    tile.launch grid(%b = 1) threads(128) {
      pipeline.schedule warps(8) {
        pipeline.role worker(warps = 0 to 4) {
          pipeline.perform "multiply"
        }
      }
    }\
    """)
public abstract sealed class PerformOp extends Operation implements ScheduleEntry
    permits PerformOpImpl {

  /** What the statement is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr statement();
}
