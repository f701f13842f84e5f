// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Combines each bit of three words as a table of eight bits says. */
@OpDef(name = "ptx.lop3", format = "$table $a `,` $b `,` $c attr-dict")
@Example("%d = ptx.lop3 234 %a, %b, %c")
public abstract sealed class Lop3Op extends Operation implements Instruction, Pure, Verified
    permits Lop3OpImpl {

  /** The first word: 0xF0 in the table. */
  @Operand(I32.class)
  public abstract Value a();

  /** The second word: 0xCC in the table. */
  @Operand(I32.class)
  public abstract Value b();

  /** The third word: 0xAA in the table. */
  @Operand(I32.class)
  public abstract Value c();

  /** What comes out. */
  @Result(I32.class)
  public abstract OpResult result();

  /** The table, 0 to 255. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr table();

  /** Makes one. */
  public static Lop3Op create(Inserter at, Value a, Value b, Value c, int table) {
    return Lop3OpImpl.at(at)
        .operand(a)
        .operand(b)
        .operand(c)
        .result(IntegerType.I32)
        .attribute("table", IntegerAttr.i32(table))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "lop3.b32")
        .result(result())
        .sources(a(), b(), c())
        .number(table().longValue());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (table().longValue() < 0 || table().longValue() > 255) {
      diagnostics.report(error("has table %d; 0 to 255 are possible", table().longValue()));
    }
  }
}
