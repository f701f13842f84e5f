// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/** Ends the body of {@code vector.mask} and hands over its results. */
@OpDef(
    name = YieldOp.NAME,
    format = "attr-dict ($values^ `:` type($values))?",
    parents = "vector.mask")
@Example(
    """
    %0 = vector.mask %k {
      vector.yield %v : vector<4xf32>
    } : vector<4xi1> -> vector<4xf32>\
    """)
public abstract sealed class YieldOp extends Operation implements Pure, Terminator
    permits YieldOpImpl {
  /** Its full name. */
  public static final String NAME = "vector.yield";

  /** What is handed over. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** Makes one. */
  public static YieldOp create(Inserter at, List<? extends Value> values) {
    return YieldOpImpl.at(at).operands(values).create();
  }
}
