// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;

/**
 * Operations that a schedule places as one statement. It means what they mean; all of them are over
 * at its end.
 */
@OpDef(name = "pipeline.statement", format = "$label $body attr-dict")
@Example(
    """
    pipeline.statement "clear both" {
      tile.fill %x, %zero : memref<64x64xf32, "fragment">
      tile.fill %y, %zero : memref<64x64xf32, "fragment">
    }\
    """)
public abstract sealed class StatementOp extends Operation implements RecursiveEffects, NoTerminator
    permits StatementOpImpl {

  /** What it is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr label();

  /** What is done. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();
}
