// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.DescriptorOrRegisters;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.WgmmaInput;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Begins to multiply 64 rows of A by n columns of B, which is in shared memory, and to add the
 * product to an accumulator in place, or where {@code accumulate} is false to set it. A is in
 * shared memory too, or in four registers of each thread. A warpgroup does it together. Until
 * {@code ptx.wgmma.wait_group} has waited for it, nothing else may touch the registers of the
 * accumulator or change those of A.
 */
@OpDef(
    name = "ptx.wgmma",
    format =
        "$n $input $accumulator `[` $first `]` `,` $a (`[` $a_first^ `]`)? `,` $b `,` $accumulate"
            + " attr-dict `:` type($accumulator) `,` type($a)")
@Example("ptx.wgmma 128 f16 %acc[0], %da, %db, %more : !ptx.regs<64 x f32>, i64")
public abstract sealed class WgmmaOp extends Operation implements Accessing, Instruction, Verified
    permits WgmmaOpImpl {
  private static final int A_REGISTERS = 4;

  /**
   * What is added to: n / 2 registers of type f32, or of i32 for products of whole numbers; n / 4
   * of type i32 for pairs of sums of type f16.
   */
  @Operand(Registers.class)
  public abstract Value accumulator();

  /** The descriptor of A, or registers of type i32 that hold it. */
  @Operand(DescriptorOrRegisters.class)
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

  /** The numbers of A, and of B where nothing else is said. */
  @Attr(WgmmaInput.class)
  public abstract StringAttr input();

  /** The numbers of B, where they are others than those of A. */
  @Attr(value = WgmmaInput.class, name = "b_input")
  public abstract Optional<StringAttr> rightInput();

  /** The first register of the accumulator. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr first();

  /** The first register of A, where it is in registers. */
  @Attr(value = I32Attribute.class, name = "a_first")
  public abstract Optional<IntegerAttr> aFirst();

  /** Are sums of whole numbers kept in range? */
  @Attr(UnitAttribute.class)
  public abstract boolean satfinite();

  /** Is A stored with its rows innermost? Numbers of 16 bits in shared memory only. */
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

  /** Makes one whose A is in registers. */
  public static WgmmaOp createWithRegisters(
      Inserter at,
      int n,
      String input,
      Value accumulator,
      int first,
      Value a,
      int aFirst,
      Value b,
      Value more) {
    WgmmaOp op = create(at, n, input, accumulator, first, a, b, more);
    op.setAttribute("a_first", IntegerAttr.i32(aFirst));
    return op;
  }

  /** What is multiplied, and the rules for it. */
  private WgmmaShape shape() {
    String left = input().value();
    return new WgmmaShape(
        n().longValue(),
        left,
        rightInput().map(StringAttr::value).orElse(left),
        Slice.element(accumulator()));
  }

  /** Is A in registers? */
  public boolean hasRegisters() {
    return !a().type().equals(IntegerType.I64);
  }

  private long firstOfA() {
    return aFirst().map(IntegerAttr::longValue).orElse(0L);
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    int count = shape().registers();
    Memory.readAsync(sink);
    if (hasRegisters()) {
      Access factor = Memory.readRegisters(a(), firstOfA(), A_REGISTERS);
      sink.accept(factor.completing(Access.Completion.MATRIX_GROUP));
    }
    Access write = Memory.writeRegisters(accumulator(), first().longValue(), count);
    sink.accept(Memory.readRegisters(accumulator(), first().longValue(), count));
    sink.accept(write.completing(Access.Completion.MATRIX_GROUP));
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    WgmmaShape shape = shape();
    Syntax syntax =
        Syntax.of(this, "wgmma.mma_async.sync.aligned")
            .word("m64n" + shape.n() + "k" + shape.depth())
            .wordIf(satfinite(), "satfinite")
            .word(shape.sum())
            .word(shape.left())
            .word(shape.right())
            .elements(accumulator(), first().longValue(), shape.registers());
    if (hasRegisters()) {
      syntax.elements(a(), firstOfA(), A_REGISTERS);
    } else {
      syntax.registers(a());
    }
    syntax.registers(b(), accumulate());
    if (!shape.isWhole()) {
      syntax.number(1).number(1);
    }
    if (shape.isHalf() && !hasRegisters()) {
      syntax.number(transposeA() ? 1 : 0);
    }
    return shape.isHalf() ? syntax.number(transposeB() ? 1 : 0) : syntax;
  }

  @Override
  public Needs needs() {
    return Needs.specific(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    WgmmaShape shape = shape();
    String problem = shape.problem();
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    } else if ((transposeA() || transposeB()) && !shape.isHalf()) {
      diagnostics.report(error("can transpose numbers of 16 bits only"));
    } else if (transposeA() && hasRegisters()) {
      diagnostics.report(error("can't transpose what is in registers"));
    } else if (satfinite() && !shape.isWhole()) {
      diagnostics.report(error("has 'satfinite', which sums of whole numbers alone have"));
    } else if (aFirst().isPresent() != hasRegisters()) {
      diagnostics.report(error("names the first register of A exactly where A is in registers"));
    } else if (Slice.verify(
            this, "accumulator", accumulator(), first(), shape.registers(), diagnostics)
        && hasRegisters()
        && Slice.verify(
            this, "A", a(), IntegerAttr.i32((int) firstOfA()), A_REGISTERS, diagnostics)) {
      Slice.verifyElement(this, "A", a(), IntegerType.I32, diagnostics);
    }
  }
}
