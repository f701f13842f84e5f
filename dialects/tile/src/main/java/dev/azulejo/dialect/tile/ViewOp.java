// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/**
 * Sees a buffer with another shape or element type. The bytes and their row-major order stay; the
 * total size in bits and the memory space must be the same.
 */
@OpDef(name = "tile.view", format = "$source attr-dict `:` type($source) `to` type($result)")
@Example("%v = tile.view %b : memref<4x32xf16, \"shared\"> to memref<128xi16, \"shared\">")
public abstract sealed class ViewOp extends Operation implements Pure, ViewLike, Verified
    permits ViewOpImpl {

  /** The buffer. */
  @Operand(OnChipBuffer.class)
  public abstract Value source();

  /**
   * Where the elements of the view live, laid down by the program. It decides about the buffer,
   * too; {@code expand-layouts} moves it there.
   */
  @Attr(LayoutAttribute.class)
  public abstract Optional<LayoutAttr> layout();

  /** The same memory in another shape. */
  @Result(OnChipBuffer.class)
  public abstract OpResult result();

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!(source().type() instanceof MemRefType from)
        || !(result().type() instanceof MemRefType to)) {
      return;
    }
    if (Space.of(from) != Space.of(to)) {
      diagnostics.report(error("must stay in the same memory space"));
    } else if (from.bitSize() != to.bitSize()) {
      diagnostics.report(
          error("sees %d bits as %d; the sizes must be equal", from.bitSize(), to.bitSize()));
    } else {
      layout().ifPresent(layout -> LayoutRules.verifyBuffer(this, layout, to, diagnostics));
    }
  }
}
