// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.WgmmaInput;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/**
 * Begins to multiply 64 rows of A by n columns of B, both in shared memory, and to add the product
 * to an accumulator in place, or where {@code accumulate} is false to set it. A warpgroup does it
 * together. Until {@code ptx.wgmma.wait_group} has waited for it, nothing else may touch the
 * accumulator's registers.
 */
@OpDef(
    name = "ptx.wgmma",
    format =
        "$n $input $accumulator `[` $first `]` `,` $a `,` $b `,` $accumulate attr-dict `:`"
            + " type($accumulator)")
@Example("ptx.wgmma 128 f16 %acc[0], %da, %db, %more : !ptx.regs<64 x f32>")
public abstract sealed class WgmmaOp extends Operation implements Accessing, Instruction, Verified
    permits WgmmaOpImpl {
  private static final int STEP = 8;
  private static final int MOST = 256;

  /** What is added to: n / 2 registers of type f32, or of i32 for products of whole numbers. */
  @Operand(Registers.class)
  public abstract Value accumulator();

  /** The descriptor of A. */
  @Operand(I64.class)
  public abstract Value a();

  /** The descriptor of B. */
  @Operand(I64.class)
  public abstract Value b();

  /** Is the accumulator added to? */
  @Operand(I1.class)
  public abstract Value accumulate();

  /** How many columns B has: a multiple of 8 up to 256. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr n();

  /** The numbers of A and B. */
  @Attr(WgmmaInput.class)
  public abstract StringAttr input();

  /** The first register of the accumulator. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr first();

  /** Is A stored with its rows innermost? Numbers of 16 bits only. */
  @Attr(value = UnitAttribute.class, name = "transpose_a")
  public abstract boolean transposeA();

  /** Is B stored with its columns innermost? Numbers of 16 bits only. */
  @Attr(value = UnitAttribute.class, name = "transpose_b")
  public abstract boolean transposeB();

  /** Makes one. */
  public static WgmmaOp create(
      Inserter at,
      int n,
      String input,
      Value accumulator,
      int first,
      Value a,
      Value b,
      Value more) {
    return WgmmaOpImpl.at(at)
        .operand(accumulator)
        .operand(a)
        .operand(b)
        .operand(more)
        .attribute("n", IntegerAttr.i32(n))
        .attribute("input", StringAttr.of(input))
        .attribute("first", IntegerAttr.i32(first))
        .create();
  }

  private int columns() {
    return Math.toIntExact(n().longValue());
  }

  private int count() {
    return columns() / 2;
  }

  private boolean isWhole() {
    return input().value().equals("s8") || input().value().equals("u8");
  }

  private boolean isHalf() {
    return input().value().endsWith("f16");
  }

  private int depth() {
    return isHalf() ? 16 : input().value().equals("tf32") ? 8 : 32;
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.readAsync(sink);
    Access write = Memory.writeRegisters(accumulator(), first().longValue(), count());
    sink.accept(Memory.readRegisters(accumulator(), first().longValue(), count()));
    sink.accept(write.completing(Access.Completion.MATRIX_GROUP));
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "wgmma.mma_async.sync.aligned")
            .word("m64n" + columns() + "k" + depth())
            .word(isWhole() ? "s32" : "f32")
            .word(input().value())
            .word(input().value())
            .elements(accumulator(), first().longValue(), count())
            .registers(a(), b(), accumulate());
    if (!isWhole()) {
      syntax.number(1).number(1);
    }
    return isHalf() ? syntax.number(transposeA() ? 1 : 0).number(transposeB() ? 1 : 0) : syntax;
  }

  @Override
  public Needs needs() {
    return Needs.specific(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long width = n().longValue();
    Type wanted = isWhole() ? IntegerType.I32 : FloatType.F32;
    if (width < STEP || width > MOST || width % STEP != 0) {
      diagnostics.report(
          error("has %d columns; multiples of %d up to %d are possible", width, STEP, MOST));
    } else if ((transposeA() || transposeB()) && !isHalf()) {
      diagnostics.report(error("can transpose numbers of 16 bits only"));
    } else if (Slice.verify(this, "accumulator", accumulator(), first(), count(), diagnostics)) {
      Slice.verifyElement(this, "accumulator", accumulator(), wanted, diagnostics);
    }
  }
}
