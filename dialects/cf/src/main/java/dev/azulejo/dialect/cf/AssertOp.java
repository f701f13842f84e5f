// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Constants;

/** Stops the program with a message unless its operand is true. */
@OpDef(name = "cf.assert", format = "$arg `,` $msg attr-dict")
@Example("cf.assert %c, \"must be true\"")
public abstract sealed class AssertOp extends Operation implements UnknownEffects, Canonicalizable
    permits AssertOpImpl {

  /** What must be true. */
  @Operand(I1.class)
  public abstract Value arg();

  /** What is said where it is false. */
  @Attr(StringAttribute.class)
  public abstract StringAttr msg();

  /** Makes one. */
  public static AssertOp create(Inserter at, Value arg, String msg) {
    return AssertOpImpl.at(at).operand(arg).attribute("msg", StringAttr.of(msg)).create();
  }

  /** What is known to be true need not be asked. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (Constants.of(arg()) instanceof IntegerAttr known && known.isTrue()) {
      rewriter.erase(this);
      return true;
    }
    return false;
  }
}
