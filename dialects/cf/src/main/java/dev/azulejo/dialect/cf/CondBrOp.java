// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Successor;
import dev.azulejo.ir.trait.BranchOp;
import java.util.List;
import java.util.Optional;

/** Goes to one of two blocks. */
@OpDef(
    name = "cf.cond_br",
    format =
        "$condition (`weights` `(` $branch_weights^ `)`)? `,`"
            + " $trueDest (`(` $trueDestOperands^ `:` type($trueDestOperands) `)`)? `,`"
            + " $falseDest (`(` $falseDestOperands^ `:` type($falseDestOperands) `)`)?"
            + " attr-dict")
@Example(
    """
    scf.execute_region {
      cf.cond_br %c, ^bb1(%x : i32), ^bb2
    ^bb1(%y: i32):
      scf.yield
    ^bb2:
      scf.yield
    }\
    """)
public abstract sealed class CondBrOp extends Operation
    implements Pure, BranchOp, Verified, Canonicalizable permits CondBrOpImpl {

  /** Which block: the first for true. */
  @Operand(I1.class)
  public abstract Value condition();

  /** What the arguments of the first block become. */
  @Operand(AnyType.class)
  public abstract List<Value> trueDestOperands();

  /** What the arguments of the second block become. */
  @Operand(AnyType.class)
  public abstract List<Value> falseDestOperands();

  /** How often each block is expected to be taken, in relation to the other. */
  @Attr(value = I32ArrayAttribute.class, name = "branch_weights")
  public abstract Optional<DenseArrayAttr> branchWeights();

  /** The block for true. */
  @Successor
  public abstract Block trueDest();

  /** The block for false. */
  @Successor
  public abstract Block falseDest();

  /** Makes one that hands nothing over. */
  public static CondBrOp create(Inserter at, Value condition, Block trueDest, Block falseDest) {
    return create(at, condition, trueDest, List.of(), falseDest, List.of());
  }

  /** Makes one. */
  public static CondBrOp create(
      Inserter at,
      Value condition,
      Block trueDest,
      List<? extends Value> trueDestOperands,
      Block falseDest,
      List<? extends Value> falseDestOperands) {
    return CondBrOpImpl.at(at)
        .operand(condition)
        .operands(trueDestOperands)
        .operands(falseDestOperands)
        .successor(trueDest)
        .successor(falseDest)
        .create();
  }

  @Override
  public int successorOperandGroup(int successor) {
    return 1 + successor;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long[] weights = branchWeights().map(DenseArrayAttr::asLongs).orElseGet(() -> new long[0]);
    if (weights.length == 0) {
      return;
    }
    if (weights.length != successors().size()) {
      diagnostics.report(
          Diagnostic.error(
              location(),
              "expects number of branch weights to match number of successors: %d vs %d",
              weights.length,
              successors().size()));
      return;
    }
    for (long weight : weights) {
      if (weight != 0) {
        return;
      }
    }
    diagnostics.report(Diagnostic.error(location(), "branch weights cannot all be zero"));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SimplifyCondBr.rewrite(this, rewriter);
  }
}
