// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.MmaInput;
import dev.azulejo.dialect.ptx.keyword.MmaShape;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
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
 * Multiplies two small matrices that the lanes of a warp hold together, and adds the product to a
 * third in place: A has its rows, B its columns one behind the other. Pairs of 16-bit numbers and
 * quadruples of 8-bit ones stand in registers of type i32, tf32 in registers of type i32 too. Which
 * lane holds which element is the instruction's own affair.
 */
@OpDef(
    name = "ptx.mma",
    format =
        "$shape $input $accumulator `[` $first `]` `,` $a `[` $a_first `]` `,`"
            + " $b `[` $b_first `]` attr-dict `:` type($accumulator) `,` type($a) `,`"
            + " type($b)")
@Example(
    """
    ptx.mma m16n8k16 f16 %acc[4], %a[0], %b[2] : !ptx.regs<8 x f32>, !ptx.regs<4 x i32>, \
    !ptx.regs<4 x i32>\
    """)
public abstract sealed class MmaOp extends Operation implements Accessing, Instruction, Verified
    permits MmaOpImpl {

  /** What is added to: registers of type f32, f64 or i32. */
  @Operand(Registers.class)
  public abstract Value accumulator();

  /** The left matrix. */
  @Operand(Registers.class)
  public abstract Value a();

  /** The right matrix. */
  @Operand(Registers.class)
  public abstract Value b();

  /** Rows and columns of the product, and the columns of A. */
  @Attr(MmaShape.class)
  public abstract StringAttr shape();

  /** The numbers of A, and of B where nothing else is said. */
  @Attr(MmaInput.class)
  public abstract StringAttr input();

  /** The numbers of B, where they are others than those of A. */
  @Attr(value = MmaInput.class, name = "b_input")
  public abstract Optional<StringAttr> rightInput();

  /** The first register of the accumulator. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr first();

  /** The first register of A. */
  @Attr(value = I32Attribute.class, name = "a_first")
  public abstract IntegerAttr aFirst();

  /** The first register of B. */
  @Attr(value = I32Attribute.class, name = "b_first")
  public abstract IntegerAttr bFirst();

  /** Are sums of whole numbers kept in range? */
  @Attr(UnitAttribute.class)
  public abstract boolean satfinite();

  /** Makes one. */
  public static MmaOp create(
      Inserter at,
      String shape,
      String input,
      Value accumulator,
      int first,
      Value a,
      int aFirst,
      Value b,
      int bFirst) {
    return MmaOpImpl.at(at)
        .operand(accumulator)
        .operand(a)
        .operand(b)
        .attribute("shape", StringAttr.of(shape))
        .attribute("input", StringAttr.of(input))
        .attribute("first", IntegerAttr.i32(first))
        .attribute("a_first", IntegerAttr.i32(aFirst))
        .attribute("b_first", IntegerAttr.i32(bFirst))
        .create();
  }

  private MmaFragments fragments() {
    return MmaFragments.of(shape().value(), input().value(), Slice.element(accumulator()));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    MmaFragments held = fragments();
    sink.accept(Memory.readRegisters(a(), aFirst().longValue(), held.a()));
    sink.accept(Memory.readRegisters(b(), bFirst().longValue(), held.b()));
    sink.accept(Memory.readRegisters(accumulator(), first().longValue(), held.c()));
    sink.accept(Memory.writeRegisters(accumulator(), first().longValue(), held.c()));
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    MmaFragments held = fragments();
    String left = input().value();
    String right = rightInput().map(StringAttr::value).orElse(left);
    return Syntax.of(this, "mma.sync.aligned")
        .modifiers("shape")
        .word("row.col")
        .modifiers("satfinite")
        .word(held.sum())
        .word(left)
        .word(right)
        .word(held.sum())
        .elements(accumulator(), first().longValue(), held.c())
        .elements(a(), aFirst().longValue(), held.a())
        .elements(b(), bFirst().longValue(), held.b())
        .elements(accumulator(), first().longValue(), held.c());
  }

  @Override
  public Needs needs() {
    return MmaFragments.needs(shape().value(), input().value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MmaFragments held = fragments();
    String right = rightInput().map(StringAttr::value).orElse(input().value());
    if (!MmaFragments.exists(shape().value(), input().value())) {
      diagnostics.report(error("has no shape %s for %s", shape().value(), input().value()));
    } else if (!MmaFragments.mix(input().value(), right)) {
      diagnostics.report(error("can't multiply %s by %s", input().value(), right));
    } else if (!MmaFragments.adds(input().value(), Slice.element(accumulator()))) {
      diagnostics.report(error("can't add products of %s to its accumulator", input().value()));
    } else if (satfinite() && !held.sum().equals("s32")) {
      diagnostics.report(error("has 'satfinite', which sums of whole numbers alone have"));
    } else {
      verifyRegisters(held, diagnostics);
    }
  }

  private void verifyRegisters(MmaFragments held, Diagnostics diagnostics) {
    boolean there =
        Slice.verify(this, "A", a(), aFirst(), held.a(), diagnostics)
            && Slice.verify(this, "B", b(), bFirst(), held.b(), diagnostics)
            && Slice.verify(this, "accumulator", accumulator(), first(), held.c(), diagnostics);
    if (there && Slice.verifyElement(this, "A", a(), held.factor(), diagnostics)) {
      Slice.verifyElement(this, "B", b(), held.factor(), diagnostics);
    }
  }
}
