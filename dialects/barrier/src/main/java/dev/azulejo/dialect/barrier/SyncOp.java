// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * All threads of the block wait for each other, or those of the role around it; what they wrote
 * before, all see behind it.
 */
@OpDef(name = "barrier.sync", format = "attr-dict")
@Example("barrier.sync")
public abstract sealed class SyncOp extends Operation implements UnknownEffects permits SyncOpImpl {
  /** Makes one. */
  public static SyncOp create(Inserter at) {
    return SyncOpImpl.at(at).create();
  }
}
