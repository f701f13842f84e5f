// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.ElementTypeOf;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import java.util.function.Consumer;

/** Copies a register of an array. */
@OpDef(name = "ptx.regs.read", format = "$registers `[` $index `]` attr-dict `:` type($registers)")
@TypeRule(target = "result", from = "registers", rule = ElementTypeOf.class)
@Example("%x = ptx.regs.read %acc[5] : !ptx.regs<128 x f32>")
public abstract sealed class RegsReadOp extends Operation
    implements Accessing, Instruction, Verified permits RegsReadOpImpl {

  /** The array. */
  @Operand(Registers.class)
  public abstract Value registers();

  /** What the register holds now. */
  @Result(Scalar.class)
  public abstract OpResult result();

  /** Which register. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr index();

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Memory.readRegisters(registers(), index().longValue(), 1));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .word(TypeWords.memory(result().type()))
        .result(result())
        .part(new Part.Element(registers(), index().longValue()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Slice.verify(this, "source", registers(), index(), 1, diagnostics);
  }

  /** Makes one. */
  public static RegsReadOp create(Inserter at, Value registers, int index) {
    return RegsReadOpImpl.at(at)
        .operand(registers)
        .result(Slice.element(registers))
        .attribute("index", IntegerAttr.i32(index))
        .create();
  }
}
