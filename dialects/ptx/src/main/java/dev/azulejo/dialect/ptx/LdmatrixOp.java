// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.MatrixCount;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/**
 * Loads matrices of 8 by 8 numbers of 16 bits from shared memory, one register each, all lanes
 * together. Lanes 8 m to 8 m + 7 give the addresses of the rows of matrix m; lane l gets of it the
 * pair of row l / 4 that begins in column 2 (l mod 4).
 */
@OpDef(
    name = "ptx.ldmatrix",
    format =
        "$matrices $registers `[` $first `]` `,` $address (`+` $offset^)? attr-dict `:` type($registers)")
@Example("ptx.ldmatrix x4 %r[4], %a + 512 {trans} : !ptx.regs<8 x i32>")
public abstract sealed class LdmatrixOp extends Operation
    implements Accessing, Instruction, Verified permits LdmatrixOpImpl {

  /** The array of registers of type i32. */
  @Operand(Registers.class)
  public abstract Value registers();

  /** The address of the row that the lane is for. */
  @Operand(I32.class)
  public abstract Value address();

  /** How many matrices. */
  @Attr(MatrixCount.class)
  public abstract StringAttr matrices();

  /** The first register; there is one for each matrix. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr first();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Are the matrices transposed? */
  @Attr(UnitAttribute.class)
  public abstract boolean trans();

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.read("shared", address(), sink);
    sink.accept(Memory.writeRegisters(registers(), first().longValue(), count()));
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "ldmatrix.sync.aligned.m8n8")
        .modifiers("matrices", "trans")
        .word("shared.b16")
        .elements(registers(), first().longValue(), count())
        .address(address(), offset().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(65, 75);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (Slice.verify(this, "matrices", registers(), first(), count(), diagnostics)) {
      Slice.verifyElement(this, "matrices", registers(), IntegerType.I32, diagnostics);
    }
  }

  /** How many registers. */
  public int count() {
    return matrices().value().charAt(1) - '0';
  }

  /** Makes one of 1, 2 or 4 matrices. */
  public static LdmatrixOp create(
      Inserter at, int count, Value registers, int first, Value address, int offset) {
    return LdmatrixOpImpl.at(at)
        .operand(registers)
        .operand(address)
        .attribute("matrices", StringAttr.of("x" + count))
        .attribute("first", IntegerAttr.i32(first))
        .attribute("offset", IntegerAttr.i32(offset))
        .create();
  }
}
