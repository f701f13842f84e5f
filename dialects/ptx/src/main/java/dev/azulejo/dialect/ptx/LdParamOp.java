// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Parameter;
import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.dialect.ptx.constraint.ValueTypeOf;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;

/** Loads a parameter of the kernel. */
@OpDef(name = "ptx.ld.param", format = "$parameter attr-dict `:` type($parameter)")
@TypeRule(target = "result", from = "parameter", rule = ValueTypeOf.class)
@Example("%a = ptx.ld.param %p : !ptx.param<ptr, 16>")
public abstract sealed class LdParamOp extends Operation implements Instruction, Pure, Verified
    permits LdParamOpImpl {

  /** The parameter. */
  @Operand(Parameter.class)
  public abstract Value parameter();

  /** Its value. */
  @Result(Scalar.class)
  public abstract OpResult result();

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "ld.param")
        .word(TypeWords.memory(result().type()))
        .result(result())
        .part(new Part.Symbol(parameter(), 0, true));
  }

  /** Makes one of a parameter, whose type says what is loaded. */
  public static LdParamOp create(Inserter at, Value parameter) {
    if (!(parameter.type() instanceof ParameterType type)) {
      throw new IllegalArgumentException("only parameters are loaded so");
    }
    return LdParamOpImpl.at(at).operand(parameter).result(type.value()).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (parameter().type() instanceof ParameterType type && type.isTensorMap()) {
      diagnostics.report(error("can't load a tensor map: take its address"));
    }
  }
}
