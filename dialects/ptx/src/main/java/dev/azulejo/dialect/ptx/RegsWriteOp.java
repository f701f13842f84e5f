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
import dev.azulejo.ir.spec.TypeRule;
import java.util.function.Consumer;

/** Sets a register of an array. */
@OpDef(
    name = "ptx.regs.write",
    format = "$value `,` $registers `[` $index `]` attr-dict `:` type($registers)")
@TypeRule(target = "value", from = "registers", rule = ElementTypeOf.class)
@Example("ptx.regs.write %x, %acc[5] : !ptx.regs<128 x f32>")
public abstract sealed class RegsWriteOp extends Operation
    implements Accessing, Instruction, Verified permits RegsWriteOpImpl {

  /** What it holds then. */
  @Operand(Scalar.class)
  public abstract Value value();

  /** The array. */
  @Operand(Registers.class)
  public abstract Value registers();

  /** Which register. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr index();

  /** Makes one. */
  public static RegsWriteOp create(Inserter at, Value value, Value registers, int index) {
    return RegsWriteOpImpl.at(at)
        .operand(value)
        .operand(registers)
        .attribute("index", IntegerAttr.i32(index))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Memory.writeRegisters(registers(), index().longValue(), 1));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .word(TypeWords.memory(value().type()))
        .part(new Part.Element(registers(), index().longValue()))
        .sources(value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Slice.verify(this, "target", registers(), index(), 1, diagnostics);
  }
}
