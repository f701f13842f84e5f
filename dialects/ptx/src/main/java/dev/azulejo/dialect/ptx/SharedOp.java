// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.BlockMemory;
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
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/** Sets a row of bytes in the block's shared memory aside, with no particular contents. */
@OpDef(name = "ptx.shared", format = "attr-dict `:` type($buffer)", parents = "ptx.kernel")
@Example(
    """
    ptx.kernel @k() {
      %m = ptx.shared {align = 128 : i64} : memref<16384xi8, "shared">
      ptx.ret
    }\
    """)
public abstract sealed class SharedOp extends Operation implements Accessing, Verified
    permits SharedOpImpl {

  /** The bytes. */
  @Result(BlockMemory.class)
  public abstract OpResult buffer();

  /** What its address is a multiple of, a power of two. */
  @Attr(value = I64Attribute.class, defaultValue = "16")
  public abstract IntegerAttr align();

  /**
   * Is its size given at launch? A kernel has one such row at most; the number of bytes is what it
   * must be launched with.
   */
  @Attr(UnitAttribute.class)
  public abstract boolean dynamic();

  /** Makes one. */
  public static SharedOp create(Inserter at, long bytes, long align) {
    return SharedOpImpl.at(at)
        .result(MemRefType.of(new long[] {bytes}, IntegerType.I8, null, StringAttr.of("shared")))
        .attribute("align", IntegerAttr.i64(align))
        .create();
  }

  /** Makes one whose size is given at launch. */
  public static SharedOp createDynamic(Inserter at, long bytes, long align) {
    SharedOp op = create(at, bytes, align);
    op.setAttribute("dynamic", UnitAttr.INSTANCE);
    return op;
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
