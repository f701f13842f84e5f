// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.ThreadMemory;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/**
 * Sets a row of bytes of each thread's own memory aside, with no particular contents. It is slow:
 * what instructions index by constants belongs into {@code ptx.regs}.
 */
@OpDef(name = "ptx.local", format = "attr-dict `:` type($buffer)", parents = "ptx.kernel")
@Example(
    """
    ptx.kernel @k() {
      %m = ptx.local : memref<64xi8, "local">
      ptx.ret
    }\
    """)
public abstract sealed class LocalOp extends Operation implements Accessing, Verified
    permits LocalOpImpl {

  /** The bytes. */
  @Result(ThreadMemory.class)
  public abstract OpResult buffer();

  /** What its address is a multiple of, a power of two. */
  @Attr(value = I64Attribute.class, defaultValue = "16")
  public abstract IntegerAttr align();

  /** Makes one. */
  public static LocalOp create(Inserter at, long bytes, long align) {
    return LocalOpImpl.at(at)
        .result(MemRefType.of(new long[] {bytes}, IntegerType.I8, null, StringAttr.of("local")))
        .attribute("align", IntegerAttr.i64(align))
        .create();
  }

  /** How many bytes. */
  public long bytes() {
    return buffer().type() instanceof MemRefType type ? type.shape()[0] : 0;
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.allocate(buffer()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Alignments.verify(this, align(), diagnostics);
  }
}
