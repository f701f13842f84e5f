// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Successor;
import dev.azulejo.ir.trait.BranchOp;
import java.util.List;

/** Goes to a block. */
@OpDef(name = "cf.br", format = "$dest (`(` $destOperands^ `:` type($destOperands) `)`)? attr-dict")
@Example(
    """
    scf.execute_region {
      cf.br ^bb1(%x : i32)
    ^bb1(%y: i32):
      scf.yield
    }\
    """)
public abstract sealed class BrOp extends Operation implements Pure, BranchOp, Canonicalizable
    permits BrOpImpl {

  /** What the arguments of the block become. */
  @Operand(AnyType.class)
  public abstract List<Value> destOperands();

  /** The block. */
  @Successor
  public abstract Block dest();

  /** Makes one. */
  public static BrOp create(Inserter at, Block dest, List<? extends Value> destOperands) {
    return BrOpImpl.at(at).operands(destOperands).successor(dest).create();
  }

  @Override
  public int successorOperandGroup(int successor) {
    return 0;
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return mergeOnlySuccessor(rewriter) || PassThrough.shorten(this, this, rewriter);
  }

  /** A block that only this jump leads to goes on right here. */
  private boolean mergeOnlySuccessor(Rewriter rewriter) {
    Block here = block();
    Block next = dest();
    if (here == null || next == here || next.predecessors().size() != 1) {
      return false;
    }
    List<Value> values = destOperands();
    rewriter.erase(this);
    rewriter.inlineAtEnd(next, here, values);
    return true;
  }
}
