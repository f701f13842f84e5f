// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A mask of which the first elements of each dimension are set. */
@OpDef(name = "vector.constant_mask", format = "$mask_dim_sizes attr-dict `:` type($result)")
@Example("%0 = vector.constant_mask [2] : vector<4xi1>")
public abstract sealed class ConstantMaskOp extends Operation implements Pure, Verified
    permits ConstantMaskOpImpl {

  /** How many are set, one number a dimension. */
  @Attr(value = I64ArrayAttribute.class, name = "mask_dim_sizes")
  public abstract DenseArrayAttr sizes();

  /** The mask. */
  @Result(MaskVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ConstantMaskOp create(Inserter at, VectorType type, long... sizes) {
    return ConstantMaskOpImpl.at(at)
        .result(type)
        .attribute("mask_dim_sizes", DenseArrayAttr.ofI64(sizes))
        .create();
  }

  /** Are all elements set? */
  public boolean isAllSet() {
    VectorType type = Vectors.type(result());
    return type.rank() == 0
        ? sizes().asLongs()[0] == 1
        : Arrays.equals(sizes().asLongs(), type.shape());
  }

  /** Is no element set? */
  public boolean isNoneSet() {
    return sizes().asLongs()[0] == 0;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType type = Vectors.type(result());
    long[] sizes = sizes().asLongs();
    if (type.rank() == 0) {
      if (sizes.length != 1) {
        diagnostics.report(
            Diagnostic.error(location(), "array attr must have length 1 for 0-D vectors"));
      } else if (sizes[0] != 0 && sizes[0] != 1) {
        diagnostics.report(
            Diagnostic.error(location(), "mask dim size must be either 0 or 1 for 0-D vectors"));
      }
      return;
    }
    String problem = problem(type, sizes);
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private static @Nullable String problem(VectorType type, long[] sizes) {
    if (sizes.length != type.rank()) {
      return "must specify array attr of size equal vector result rank";
    }
    boolean none = false;
    boolean some = false;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 0 || sizes[i] > type.shape()[i]) {
        return "array attr of size out of bounds of vector result dimension size";
      }
      if (type.isScalable(i) && sizes[i] != 0 && sizes[i] != type.shape()[i]) {
        return "only supports 'none set' or 'all set' scalable dimensions";
      }
      none |= sizes[i] == 0;
      some |= sizes[i] != 0;
    }
    return none && some
        ? "expected all mask dim sizes to be zeros, as a result of conjunction with zero mask dim"
        : null;
  }
}
