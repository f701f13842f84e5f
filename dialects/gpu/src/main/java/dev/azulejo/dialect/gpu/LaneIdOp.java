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

/** The number of the thread in its subgroup, from 0. */
@OpDef(name = "gpu.lane_id", format = "(`upper_bound` $upper_bound^)? attr-dict")
@Example("%0 = gpu.lane_id")
public abstract sealed class LaneIdOp extends Operation implements Pure permits LaneIdOpImpl {

  /** What the number is always less than, where that is known. */
  @Attr(value = IndexAttribute.class, name = "upper_bound")
  public abstract Optional<IntegerAttr> upperBound();

  /** The number. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static LaneIdOp create(Inserter at) {
    return LaneIdOpImpl.at(at).result(IndexType.INSTANCE).create();
  }
}
