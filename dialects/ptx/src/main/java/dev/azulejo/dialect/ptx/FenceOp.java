// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.FenceKind;
import dev.azulejo.dialect.ptx.keyword.Scope;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Orders the accesses of the thread before and behind it as others see them. */
@OpDef(name = "ptx.fence", format = "$kind $scope attr-dict")
@Example("ptx.fence acq_rel gpu")
public abstract sealed class FenceOp extends Operation implements Instruction, UnknownEffects
    permits FenceOpImpl {

  /** How strongly. */
  @Attr(FenceKind.class)
  public abstract StringAttr kind();

  /** Who sees it. */
  @Attr(Scope.class)
  public abstract StringAttr scope();

  /** Makes one. */
  public static FenceOp create(Inserter at, String kind, String scope) {
    return FenceOpImpl.at(at)
        .attribute("kind", StringAttr.of(kind))
        .attribute("scope", StringAttr.of(scope))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "fence").modifiers("kind", "scope");
  }

  @Override
  public Needs needs() {
    return scope().value().equals("cluster") ? Needs.of(78, 90) : Needs.NOTHING;
  }
}
