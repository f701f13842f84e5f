// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.CacheLevel;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/** Fetches a line of memory into a cache; nothing waits for it. */
@OpDef(name = "ptx.prefetch", format = "$level $address (`+` $offset^)? attr-dict")
@Example("ptx.prefetch L2 %p + 128")
public abstract sealed class PrefetchOp extends Operation implements Accessing, Instruction
    permits PrefetchOpImpl {

  /** The address. */
  @Operand(I64.class)
  public abstract Value address();

  /** The cache. */
  @Attr(CacheLevel.class)
  public abstract StringAttr level();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static PrefetchOp create(Inserter at, Value address, String level) {
    return PrefetchOpImpl.at(at).operand(address).attribute("level", StringAttr.of(level)).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.read("global", address(), sink);
    sink.accept(Access.write(new Access.Resource("caches")));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "prefetch.global")
        .modifiers("level")
        .address(address(), offset().longValue());
  }
}
