// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.dialect.ptx.keyword.ClockRegister;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.List;

/** Reads a register that counts time. */
@OpDef(name = "ptx.clock", format = "$register attr-dict `:` type($result)")
@Example("%t = ptx.clock clock64 : i64")
public abstract sealed class ClockOp extends Operation
    implements Instruction, UnknownEffects, Verified permits ClockOpImpl {

  /** Its value: 64 bits of {@code clock64} and {@code globaltimer}, 32 of the others. */
  @Result(I32OrI64.class)
  public abstract OpResult result();

  /** Which one. */
  @Attr(ClockRegister.class)
  public abstract StringAttr register();

  /** Makes one. */
  public static ClockOp create(Inserter at, Type type, String register) {
    return ClockOpImpl.at(at).result(type).attribute("register", StringAttr.of(register)).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .word(TypeWords.unsigned(result().type()))
        .result(result())
        .text("%" + register().value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    boolean isWide = List.of("clock64", "globaltimer").contains(register().value());
    if (isWide != result().type().equals(IntegerType.I64)) {
      diagnostics.report(
          error("reads '%s', which has %d bits", register().value(), isWide ? 64 : 32));
    }
  }
}
