// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.Direction;
import dev.azulejo.dialect.ptx.keyword.FunnelMode;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Moves the bits of two words, of which the second is the upper, and keeps one word. */
@OpDef(name = "ptx.shf", format = "$direction $mode $low `,` $high `,` $distance attr-dict")
@Example("%d = ptx.shf r wrap %a, %b, %n")
public abstract sealed class ShfOp extends Operation implements Instruction, Pure
    permits ShfOpImpl {

  /** The lower word. */
  @Operand(I32.class)
  public abstract Value low();

  /** The upper word. */
  @Operand(I32.class)
  public abstract Value high();

  /** How far. */
  @Operand(I32.class)
  public abstract Value distance();

  /** What comes out. */
  @Result(I32.class)
  public abstract OpResult result();

  /** To which side: {@code l} keeps the upper word, {@code r} the lower. */
  @Attr(Direction.class)
  public abstract StringAttr direction();

  /** What becomes of a distance over 32. */
  @Attr(FunnelMode.class)
  public abstract StringAttr mode();

  /** Makes one. */
  public static ShfOp create(
      Inserter at, Value low, Value high, Value distance, String direction, String mode) {
    return ShfOpImpl.at(at)
        .operand(low)
        .operand(high)
        .operand(distance)
        .result(IntegerType.I32)
        .attribute("direction", StringAttr.of(direction))
        .attribute("mode", StringAttr.of(mode))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "shf")
        .modifiers("direction", "mode")
        .word("b32")
        .result(result())
        .sources(low(), high(), distance());
  }
}
