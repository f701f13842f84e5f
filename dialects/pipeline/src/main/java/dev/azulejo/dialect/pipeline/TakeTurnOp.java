// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * The warpgroups of a role go on from here one after another: the first at once, each other one
 * when the one before it has come to its {@code pipeline.pass_turn}, and the first again when the
 * last has. So what begins here doesn't compete with the same of other warpgroups. Orders no
 * accesses to memory.
 *
 * <p>Up to rung 2 a role is one thread of control, and turns mean nothing.
 */
@OpDef(name = "pipeline.take_turn", format = "attr-dict")
@Example("pipeline.take_turn")
public abstract sealed class TakeTurnOp extends Operation implements UnknownEffects
    permits TakeTurnOpImpl {

  /** Makes one. */
  public static TakeTurnOp create(Inserter at) {
    return TakeTurnOpImpl.at(at).create();
  }
}
