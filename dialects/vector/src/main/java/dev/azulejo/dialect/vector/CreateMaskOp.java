// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import java.util.Arrays;
import java.util.List;

/** A mask of which the first elements of each dimension are set, as many as an operand says. */
@OpDef(name = "vector.create_mask", format = "$sizes attr-dict `:` type($result)")
@Example("%0 = vector.create_mask %n : vector<4xi1>")
public abstract sealed class CreateMaskOp extends Operation
    implements Pure, Canonicalizable, Verified permits CreateMaskOpImpl {

  /** How many are set, one number a dimension; less than 0 counts as 0. */
  @Operand(Index.class)
  public abstract List<Value> sizes();

  /** The mask. */
  @Result(MaskVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static CreateMaskOp create(Inserter at, VectorType type, List<? extends Value> sizes) {
    return CreateMaskOpImpl.at(at).operands(sizes).result(type).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = Vectors.rank(result().type());
    if (rank == 0 && sizes().size() != 1) {
      diagnostics.report(error("must specify exactly one operand for 0-D create_mask"));
    } else if (rank > 0 && sizes().size() != rank) {
      diagnostics.report(error("must specify an operand for each result vector dimension"));
    }
  }

  /** Sizes that are constants make a constant mask. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    VectorType type = Vectors.type(result());
    List<Value> sizes = sizes();
    long[] known = new long[sizes.size()];
    boolean none = false;
    for (int i = 0; i < known.length; i++) {
      if (!(Constants.of(sizes.get(i)) instanceof IntegerAttr number) || !number.fitsLong()) {
        return false;
      }
      long most = type.rank() == 0 ? 1 : type.shape()[i];
      known[i] = Math.clamp(number.longValue(), 0, most);
      if (type.rank() > 0 && type.isScalable(i) && known[i] != 0) {
        return false;
      }
      none |= known[i] == 0;
    }
    if (none) {
      Arrays.fill(known, 0);
    }
    rewriter.replace(this, ConstantMaskOp.create(rewriter.before(this), type, known));
    return true;
  }
}
