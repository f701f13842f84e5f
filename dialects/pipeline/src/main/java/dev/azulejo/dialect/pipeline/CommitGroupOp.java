// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import java.util.function.Consumer;

/**
 * Closes the open group of asynchronous copies, even if it is empty, and opens the next. Groups
 * complete in any order; waits count them from the latest.
 */
@OpDef(name = "pipeline.commit_group", format = "attr-dict")
@Example("pipeline.commit_group")
public abstract sealed class CommitGroupOp extends Operation implements Accessing
    permits CommitGroupOpImpl {

  /** Makes a commit. */
  public static CommitGroupOp create(Inserter at) {
    return CommitGroupOpImpl.at(at).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(AsyncCopyOp.QUEUE));
    sink.accept(Access.write(AsyncCopyOp.QUEUE));
  }
}
