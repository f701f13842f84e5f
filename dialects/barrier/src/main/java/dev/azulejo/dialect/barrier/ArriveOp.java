// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.Optional;
import java.util.function.Consumer;

/** Arrives at a barrier. Never blocks; completes the phase if it is the last arrival of it. */
@OpDef(name = "barrier.arrive", format = "$array `[` $index `]` attr-dict `:` type($array)")
@Example("barrier.arrive %empty[%s] {by = \"warpgroup\"} : !barrier.array<3>")
public abstract sealed class ArriveOp extends Operation implements Accessing, Verified
    permits ArriveOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** How many threads of the role arrive. */
  @Attr(value = Arrivers.class, defaultValue = "threads")
  public abstract StringAttr by();

  /**
   * The dimensions of the cluster along which it arrives at this barrier of each block, the own one
   * included; without it, only in its own block.
   */
  @Attr(I64ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> multicast();

  /** Makes an arrival in the own block, by one of the words of {@link Arrivers}. */
  public static ArriveOp create(Inserter at, Value array, Value index, String by) {
    return ArriveOpImpl.at(at)
        .operand(array)
        .operand(index)
        .attribute("by", StringAttr.of(by))
        .create();
  }

  /** Says along which dimensions of the cluster it arrives in all blocks; none takes it back. */
  public void setMulticast(long... dimensions) {
    if (dimensions.length == 0) {
      removeAttribute(Multicast.ATTRIBUTE);
    } else {
      setAttribute(Multicast.ATTRIBUTE, DenseArrayAttr.ofI64(dimensions));
    }
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Slot.update(array(), index()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    multicast().ifPresent(dimensions -> Multicast.verify(this, dimensions, diagnostics));
  }
}
