// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.function.Consumer;

/** What {@code arith.divsi} leaves over; it has the sign of the dividend. */
@OpDef(
    name = "arith.remsi",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.remsi %a, %b : i32")
public abstract sealed class RemSIOp extends Operation implements Accessing, Foldable
    permits RemSIOpImpl {

  /** The dividend. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The divisor; not zero, or the outcome is anything. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Makes one. */
  public static RemSIOp create(Inserter at, Value lhs, Value rhs) {
    return RemSIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isOne(rhs())) {
      return ConstantFold.zero(result());
    }
    return ConstantFold.signed(this, Division::remainder);
  }

  /** It touches no memory; yet it must not be executed where it otherwise would not be. */
  @Override
  public void accesses(Consumer<Access> sink) {}
}
