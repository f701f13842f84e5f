// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.IndexAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** How many threads a subgroup has. */
@OpDef(
    name = "gpu.subgroup_size",
    format = "(`upper_bound` $upper_bound^)? attr-dict `:` type($result)")
@Example("%0 = gpu.subgroup_size : index")
public abstract sealed class SubgroupSizeOp extends Operation implements Pure
    permits SubgroupSizeOpImpl {

  /** What the number is at most, where that is known. */
  @Attr(value = IndexAttribute.class, name = "upper_bound")
  public abstract Optional<IntegerAttr> upperBound();

  /** The number. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static SubgroupSizeOp create(Inserter at) {
    return SubgroupSizeOpImpl.at(at).result(IndexType.INSTANCE).create();
  }
}
