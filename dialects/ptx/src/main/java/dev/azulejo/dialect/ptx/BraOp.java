// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Successor;
import dev.azulejo.ir.trait.BranchOp;
import java.util.List;

/** Goes to a block. */
@OpDef(
    name = "ptx.bra",
    format = "$dest (`(` $destOperands^ `:` type($destOperands) `)`)? attr-dict",
    parents = "ptx.kernel")
@Example(
    """
    ptx.kernel @k() {
      %c = ptx.constant 1 : i32
      ptx.bra ^bb1(%c : i32)
    ^bb1(%x: i32):
      ptx.ret
    }\
    """)
public abstract sealed class BraOp extends Operation implements BranchOp, Pure permits BraOpImpl {

  /** What the arguments of the block become. */
  @Operand(Scalar.class)
  public abstract List<Value> destOperands();

  /** The block. */
  @Successor
  public abstract Block dest();

  /** Makes one. */
  public static BraOp create(Inserter at, Block dest, List<? extends Value> destOperands) {
    return BraOpImpl.at(at).operands(destOperands).successor(dest).create();
  }

  @Override
  public int successorOperandGroup(int successor) {
    return 0;
  }
}
