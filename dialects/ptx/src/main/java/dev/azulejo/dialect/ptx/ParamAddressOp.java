// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.constraint.Parameter;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/**
 * Gives the address of a parameter that is a tensor map, in the memory of parameters; {@code
 * ptx.cvta param} makes it a generic one.
 */
@OpDef(name = "ptx.param.address", format = "$parameter attr-dict `:` type($parameter)")
@Example("%a = ptx.param.address %map : !ptx.param<tensormap>")
public abstract sealed class ParamAddressOp extends Operation implements Instruction, Pure, Verified
    permits ParamAddressOpImpl {

  /** The parameter. */
  @Operand(Parameter.class)
  public abstract Value parameter();

  /** Its address. */
  @Result(I64.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ParamAddressOp create(Inserter at, Value parameter) {
    return ParamAddressOpImpl.at(at).operand(parameter).result(IntegerType.I64).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov.b64").result(result()).part(new Part.Symbol(parameter(), 0, false));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!(parameter().type() instanceof ParameterType type && type.isTensorMap())) {
      diagnostics.report(error("is of a parameter that is no tensor map: load it"));
    }
  }
}
