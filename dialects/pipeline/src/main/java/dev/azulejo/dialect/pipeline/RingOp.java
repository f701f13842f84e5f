// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Buffers in shared memory that one role fills and another uses: each of them has {@code depth}
 * slots, and those of one turn are filled and handed over together.
 */
@OpDef(
    name = "pipeline.ring",
    format = "$label `(` $buffers `)` `depth` `(` $depth `)` attr-dict `:` type($buffers)",
    parents = "pipeline.schedule")
@Example(
    """
    tile.launch grid(%b = 1) threads(128) {
      pipeline.schedule warps(8) {
        %ab = pipeline.ring "ab" (%As) depth(3) : memref<128x64xf16, "shared">
        pipeline.role worker(warps = 0 to 4) {
        }
      }
    }\
    """)
public abstract sealed class RingOp extends Operation
    implements ScheduleEntry, NamesResults, Verified permits RingOpImpl {
  private static final long MOST_SLOTS = 64;

  /** What it is called. */
  @Attr(StringAttribute.class)
  public abstract StringAttr label();

  /** The buffers. */
  @Operand(AnyMemRef.class)
  public abstract List<Value> buffers();

  /** How many slots each of them has. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr depth();

  /** The ring. */
  @Result(Ring.class)
  public abstract OpResult ring();

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(ring(), "ring");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (depth().longValue() < 1 || depth().longValue() > MOST_SLOTS) {
      diagnostics.report(
          error("has %d slots; 1 to %d are possible", depth().longValue(), MOST_SLOTS));
    } else if (buffers().isEmpty()) {
      diagnostics.report(error("has no buffer"));
    } else if (buffers().stream().anyMatch(buffer -> Space.of(buffer) != Space.SHARED)) {
      diagnostics.report(error("has a buffer that is not in shared memory"));
    }
  }
}
