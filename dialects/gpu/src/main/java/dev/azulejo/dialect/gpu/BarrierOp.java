// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * All threads of the block wait for each other; what they wrote before to memory that the block
 * sees, all see behind it.
 */
@OpDef(name = "gpu.barrier", format = "attr-dict")
@Example("gpu.barrier")
public abstract sealed class BarrierOp extends Operation implements UnknownEffects, Canonicalizable
    permits BarrierOpImpl {

  /** Makes one. */
  public static BarrierOp create(Inserter at) {
    return BarrierOpImpl.at(at).create();
  }

  /** Threads that are about to wait for each other need not do so twice. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (next() instanceof BarrierOp) {
      rewriter.erase(this);
      return true;
    }
    return false;
  }
}
