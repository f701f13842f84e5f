// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.PrefetchSize;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Begins to copy some bytes from global to shared memory. The thread that does it waits for it by
 * {@code ptx.cp.async.wait_group}. Of {@code size} bytes only, zeros stand behind them.
 */
@OpDef(
    name = "ptx.cp.async",
    format =
        "$bytes `,` $target (`+` $target_offset^)? `,` $source (`+` $source_offset^)? (`size` $size^)? (`if` $guard^)? attr-dict")
@Example("ptx.cp.async 16, %s + 1024, %g size %n if %p")
public abstract sealed class CpAsyncOp extends Operation implements Accessing, Instruction, Verified
    permits CpAsyncOpImpl {

  /** Where to, in shared memory. */
  @Operand(I32.class)
  public abstract Value target();

  /** Where from, in global memory. */
  @Operand(I64.class)
  public abstract Value source();

  /** How many bytes are read; the others become zero. */
  @Operand(I32.class)
  public abstract Optional<Value> size();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** How many bytes are written: 4, 8 or 16. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr bytes();

  /** How many bytes behind the target. */
  @Attr(value = I32Attribute.class, name = "target_offset", defaultValue = "0")
  public abstract IntegerAttr targetOffset();

  /** How many bytes behind the source. */
  @Attr(value = I32Attribute.class, name = "source_offset", defaultValue = "0")
  public abstract IntegerAttr sourceOffset();

  /** Does a copy of 16 bytes go through the first cache too? */
  @Attr(UnitAttribute.class)
  public abstract boolean l1();

  /** How much around it the second cache fetches too. */
  @Attr(PrefetchSize.class)
  public abstract Optional<StringAttr> prefetch();

  /** Is it executed where the condition is false? */
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.read("global", source(), sink);
    Memory.writeLater(target(), sink);
    sink.accept(Access.write(AsyncCopyOp.QUEUE));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async")
        .word(bytes().longValue() == 16 && !l1() ? "cg" : "ca")
        .word("shared.global")
        .modifier("L2::", "prefetch")
        .address(target(), targetOffset().longValue())
        .address(source(), sourceOffset().longValue())
        .number(bytes().longValue())
        .source(size())
        .guard(guard(), negated());
  }

  @Override
  public Needs needs() {
    return Needs.of(prefetch().isPresent() ? 74 : 70, 80);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long count = bytes().longValue();
    if (count != 4 && count != 8 && count != 16) {
      diagnostics.report(error("copies %d bytes; 4, 8 and 16 are possible", count));
    }
    MemoryAccess.verifyGuard(this, guard(), List.of(), diagnostics);
  }

  /** Makes one; {@code size} and {@code guard} may be null. */
  public static CpAsyncOp create(
      Inserter at,
      int bytes,
      Value target,
      int targetOffset,
      Value source,
      int sourceOffset,
      @Nullable Value size,
      @Nullable Value guard) {
    return CpAsyncOpImpl.at(at)
        .operand(target)
        .operand(source)
        .optionalOperand(size)
        .optionalOperand(guard)
        .attribute("bytes", IntegerAttr.i32(bytes))
        .attribute("target_offset", IntegerAttr.i32(targetOffset))
        .attribute("source_offset", IntegerAttr.i32(sourceOffset))
        .create();
  }
}
