// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/** Leaves a function; its operands are the results of the call. */
@OpDef(
    name = "gpu.return",
    format = "attr-dict ($values^ `:` type($values))?",
    parents = GPUFuncOp.NAME)
@Example(
    """
    gpu.module @m {
      gpu.func @f(%x: f32) -> f32 {
        gpu.return %x : f32
      }
    }\
    """)
public abstract sealed class ReturnOp extends Operation implements Pure, Terminator, Verified
    permits ReturnOpImpl {

  /** The results of the call. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** Makes one. */
  public static ReturnOp create(Inserter at, List<? extends Value> values) {
    return ReturnOpImpl.at(at).operands(values).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!(parentOp() instanceof GPUFuncOp function)) {
      return;
    }
    List<Type> wanted = function.functionType().results();
    if (operandCount() != wanted.size()) {
      diagnostics.report(
          error("expected %d result operands", wanted.size())
              .note(function.location(), "return type declared here"));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      Type type = operand(i).type();
      if (!type.equals(wanted.get(i))) {
        diagnostics.report(
            error("unexpected type `'%s'' for operand #%d", AsmText.ofType(type), i));
        return;
      }
    }
  }
}
