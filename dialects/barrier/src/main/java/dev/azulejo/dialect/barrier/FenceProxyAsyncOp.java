// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * Orders earlier ordinary accesses to shared memory before later ones through the asynchronous
 * path: bulk copies and asynchronous matrix instructions.
 */
@OpDef(name = "barrier.fence_proxy_async", format = "attr-dict")
@Example("barrier.fence_proxy_async")
public abstract sealed class FenceProxyAsyncOp extends Operation implements UnknownEffects
    permits FenceProxyAsyncOpImpl {
  /** Makes one. */
  public static FenceProxyAsyncOp create(Inserter at) {
    return FenceProxyAsyncOpImpl.at(at).create();
  }
}
