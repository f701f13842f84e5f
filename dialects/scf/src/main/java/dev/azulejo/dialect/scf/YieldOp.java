// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/** Ends a region and hands its operands to the operation around it, or to the next iteration. */
@OpDef(
    name = YieldOp.NAME,
    format = "attr-dict ($values^ `:` type($values))?",
    parents = {"scf.execute_region", "scf.for", "scf.if", "scf.index_switch", "scf.while"})
@Example(
    """
    %r = scf.execute_region -> f32 {
      scf.yield %x : f32
    }\
    """)
public abstract sealed class YieldOp extends Operation implements Pure, Terminator
    permits YieldOpImpl {
  /** Its full name. */
  public static final String NAME = "scf.yield";

  /** What is handed over. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** Makes one. */
  public static YieldOp create(Inserter at, List<? extends Value> values) {
    return YieldOpImpl.at(at).operands(values).create();
  }

  /** The one that ends a block. */
  static YieldOp endOf(Block block) {
    if (block.last() instanceof YieldOp end) {
      return end;
    }
    throw new CompilerBug("a block that has been verified doesn't end in " + NAME);
  }
}
