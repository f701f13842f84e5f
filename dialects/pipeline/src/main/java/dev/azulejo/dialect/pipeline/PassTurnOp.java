// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * Ends the turn that a warpgroup has taken with {@code pipeline.take_turn}; the next one of the
 * role has it now.
 */
@OpDef(name = "pipeline.pass_turn", format = "attr-dict")
@Example("pipeline.pass_turn")
public abstract sealed class PassTurnOp extends Operation implements UnknownEffects
    permits PassTurnOpImpl {

  /** Makes one. */
  public static PassTurnOp create(Inserter at) {
    return PassTurnOpImpl.at(at).create();
  }
}
