// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/** Makes the current phase of a barrier wait for more bytes, then arrives at it. */
@OpDef(
    name = "barrier.arrive_expect_tx",
    format = "$array `[` $index `]` `,` $bytes attr-dict `:` type($array)")
@Example("barrier.arrive_expect_tx %full[%s], 16384 : !barrier.array<3>")
public abstract sealed class ArriveExpectTxOp extends Operation implements Accessing, Verified
    permits ArriveExpectTxOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** How many bytes. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr bytes();

  /** How many threads of the role arrive; each of them adds the bytes. */
  @Attr(value = Arrivers.class, defaultValue = "thread")
  public abstract StringAttr by();

  /** Makes one by one of the words of {@link Arrivers}. */
  public static ArriveExpectTxOp create(
      Inserter at, Value array, Value index, long bytes, String by) {
    return ArriveExpectTxOpImpl.at(at)
        .operand(array)
        .operand(index)
        .attribute("bytes", IntegerAttr.i64(bytes))
        .attribute("by", StringAttr.of(by))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Slot.update(array(), index()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Slot.verifyBytes(this, bytes(), diagnostics);
  }
}
