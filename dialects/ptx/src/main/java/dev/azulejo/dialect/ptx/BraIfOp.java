// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Successor;
import dev.azulejo.ir.trait.BranchOp;
import java.util.List;

/** Goes to one of two blocks. */
@OpDef(
    name = "ptx.bra_if",
    format =
        "$condition `,` $trueDest (`(` $trueOperands^ `:` type($trueOperands) `)`)? `,`"
            + " $falseDest (`(` $falseOperands^ `:` type($falseOperands) `)`)? attr-dict",
    parents = "ptx.kernel")
@Example(
    """
    ptx.kernel @k() {
      %c = ptx.constant 1 : i32
      %p = ptx.setp lt %c, %c : i32
      ptx.bra_if %p, ^bb1(%c : i32), ^bb2 {uniform}
    ^bb1(%x: i32):
      ptx.bra ^bb2
    ^bb2:
      ptx.ret
    }\
    """)
public abstract sealed class BraIfOp extends Operation implements BranchOp, Pure
    permits BraIfOpImpl {

  /** Which block: the first for true. */
  @Operand(I1.class)
  public abstract Value condition();

  /** What the arguments of the first block become. */
  @Operand(Scalar.class)
  public abstract List<Value> trueOperands();

  /** What the arguments of the second block become. */
  @Operand(Scalar.class)
  public abstract List<Value> falseOperands();

  /** Do all threads that come here go the same way? */
  @Attr(UnitAttribute.class)
  public abstract boolean uniform();

  /** The block for true. */
  @Successor
  public abstract Block trueDest();

  /** The block for false. */
  @Successor
  public abstract Block falseDest();

  /** Makes one. */
  public static BraIfOp create(
      Inserter at,
      Value condition,
      Block trueDest,
      List<? extends Value> trueOperands,
      Block falseDest,
      List<? extends Value> falseOperands) {
    return BraIfOpImpl.at(at)
        .operand(condition)
        .operands(trueOperands)
        .operands(falseOperands)
        .successor(trueDest)
        .successor(falseDest)
        .create();
  }

  @Override
  public int successorOperandGroup(int successor) {
    return 1 + successor;
  }
}
