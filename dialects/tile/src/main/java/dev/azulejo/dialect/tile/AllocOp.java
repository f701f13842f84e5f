// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Allocates a buffer for the block: a tile in shared memory, a register tile ({@code "fragment"})
 * or memory of each thread ({@code "local"}). Its contents are undefined. It lives as long as the
 * block.
 */
@OpDef(name = "tile.alloc", format = "(`versions` `(` $versions^ `)`)? attr-dict `:` type($buffer)")
@Example("%As = tile.alloc : memref<128x32xf16, \"shared\">")
public abstract sealed class AllocOp extends Operation implements Accessing, NamesResults, Verified
    permits AllocOpImpl {

  /** The buffer. */
  @Result(OnChipBuffer.class)
  public abstract OpResult buffer();

  /**
   * How many versions of the buffer a pipelining pass has made; its first dimension then counts
   * them. A buffer is versioned once.
   */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> versions();

  /**
   * Where its elements live. A layout for the last dimensions only is that of one copy; each index
   * of the dimensions before them has one, copy after copy.
   */
  @Attr(LayoutAttribute.class)
  public abstract Optional<LayoutAttr> layout();

  /** Makes a buffer of a type. */
  public static AllocOp create(Inserter at, Type type) {
    return AllocOpImpl.at(at).result(type).create();
  }

  /** Makes {@code versions} copies of a buffer, one behind the other in a new first dimension. */
  public static AllocOp createVersioned(Inserter at, MemRefType type, long versions) {
    return AllocOpImpl.at(at)
        .result(type.withLeadingDimension(versions))
        .attribute("versions", IntegerAttr.i64(versions))
        .create();
  }

  /**
   * Makes copies of this buffer in front of it, one behind the other in a new first dimension. Each
   * has the layout that this one has been given; what else is written on it goes along.
   */
  public AllocOp versioned(long count) {
    if (!(buffer().type() instanceof MemRefType type)) {
      throw new CompilerBug("a buffer that has been verified is no memref");
    }
    AllocOp alloc = createVersioned(Inserter.before(this), type, count);
    for (NamedAttribute attribute : discardableAttributes()) {
      alloc.setAttribute(attribute.name(), attribute.value());
    }
    LayoutAttr layout = layout().orElse(null);
    if (layout != null) {
      Placement placement = layout.placement();
      alloc.setLayout(layout.fits(type) ? placement.expand(Shape.of(count)) : placement);
    }
    return alloc;
  }

  /** Lays down where the elements live, or takes that back. */
  public void setLayout(@Nullable Placement placement) {
    if (placement == null) {
      removeAttribute("layout");
    } else {
      setAttribute("layout", new LayoutAttr(placement));
    }
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.allocate(buffer()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    verifyLayout(diagnostics);
    long[] shape = buffer().type() instanceof MemRefType type ? type.shape() : new long[0];
    versions()
        .map(IntegerAttr::longValue)
        .filter(count -> count < 1 || shape.length == 0 || shape[0] != count)
        .ifPresent(count ->
            diagnostics.report(
                shape.length == 0
                    ? error("has %d versions, but no dimension", count)
                    : error("has %d versions, but its first dimension is %d", count, shape[0])));
  }

  private void verifyLayout(Diagnostics diagnostics) {
    if (buffer().type() instanceof MemRefType type) {
      layout().ifPresent(layout -> LayoutRules.verifyBuffer(this, layout, type, diagnostics));
    }
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    Space space = Space.of(buffer());
    namer.accept(buffer(), space == null ? "buffer" : space.spelling());
  }
}
