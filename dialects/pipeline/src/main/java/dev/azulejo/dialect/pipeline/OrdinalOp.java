// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/**
 * How often the role around it has executed this operation before: 0 the first time. Slots and
 * parities follow it, and never the index of a loop, whose body may be guarded or started again.
 */
@OpDef(name = "pipeline.ordinal", format = "attr-dict")
@Example("%o = pipeline.ordinal")
public abstract sealed class OrdinalOp extends Operation implements Accessing
    permits OrdinalOpImpl {

  /** The count. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one that has not been executed yet. */
  public static OrdinalOp create(Inserter at) {
    return OrdinalOpImpl.at(at).result(IndexType.INSTANCE).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    // Each operation counts for itself; the count is what it reads and writes.
    sink.accept(Access.write(new Access.Resource("executions of a pipeline.ordinal")));
  }
}
