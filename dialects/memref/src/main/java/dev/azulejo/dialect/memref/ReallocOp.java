// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.MemRefOfRankOne;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a buffer of one dimension another size. The first elements stay; the old buffer must not be
 * used any more.
 */
@OpDef(
    name = "memref.realloc",
    format =
        "$source (`(` $dynamicResultSize^ `)`)? attr-dict `:` type($source) `to` type($result)")
@Example("%0 = memref.realloc %m(%n) : memref<4xf32> to memref<?xf32>")
public abstract sealed class ReallocOp extends Operation implements Accessing, Verified
    permits ReallocOpImpl {

  /** The old buffer. */
  @Operand(MemRefOfRankOne.class)
  public abstract Value source();

  /** The new size, where the type leaves it open. */
  @Operand(Index.class)
  public abstract Optional<Value> dynamicResultSize();

  /** The new buffer. */
  @Result(MemRefOfRankOne.class)
  public abstract OpResult result();

  /** How the address of the new buffer is aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one; {@code size} is null where the type says it. */
  public static ReallocOp create(Inserter at, MemRefType type, Value source, @Nullable Value size) {
    return ReallocOpImpl.at(at).operand(source).optionalOperand(size).result(type).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(BufferRegion.whole(source())));
    sink.accept(Access.write(BufferRegion.whole(source())));
    sink.accept(Access.allocate(result()));
    sink.accept(Access.write(BufferRegion.whole(result())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType from = (MemRefType) source().type();
    MemRefType to = (MemRefType) result().type();
    if (from.layout() != null) {
      refuse(diagnostics, "unsupported layout for source memref type '%s'", from);
    } else if (to.layout() != null) {
      refuse(diagnostics, "unsupported layout for result memref type '%s'", to);
    } else if (!Objects.equals(from.memorySpace(), to.memorySpace())) {
      refuseBoth(diagnostics, "memory spaces", from, to);
    } else if (!from.elementType().equals(to.elementType())) {
      refuseBoth(diagnostics, "element types", from, to);
    } else if (!to.hasStaticShape() && dynamicResultSize().isEmpty()) {
      refuse(diagnostics, "missing dimension operand for result type '%s'", to);
    } else if (to.hasStaticShape() && dynamicResultSize().isPresent()) {
      refuse(diagnostics, "unnecessary dimension operand for result type '%s'", to);
    }
  }

  private void refuse(Diagnostics diagnostics, String message, MemRefType type) {
    diagnostics.report(Diagnostic.error(location(), message, AsmText.ofType(type)));
  }

  private void refuseBoth(Diagnostics diagnostics, String what, MemRefType from, MemRefType to) {
    diagnostics.report(
        Diagnostic.error(
            location(),
            "different %s specified for source memref type '%s' and result memref type '%s'",
            what,
            AsmText.ofType(from),
            AsmText.ofType(to)));
  }
}
