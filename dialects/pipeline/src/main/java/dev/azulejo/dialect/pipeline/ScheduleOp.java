// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.ArrayList;
import java.util.List;

/**
 * How a launch is to be divided among roles, as its writer wants it: rings of slots that are handed
 * over, and for each role a program. It stands directly in the launch, whose statements it names,
 * and does nothing by itself: with it or without it, the launch computes the same. A block gets
 * {@code warps} warps, whatever the launch says about threads; those of no role do nothing.
 */
@OpDef(
    name = "pipeline.schedule",
    format = "`warps` `(` $warps `)` $body attr-dict",
    parents = "tile.launch")
@Example(
    """
    tile.launch grid(%b = 4) threads(128) {
      %s = tile.alloc : memref<64xf32, "shared">
      pipeline.schedule warps(8) {
        %r = pipeline.ring "r" (%s) depth(2) : memref<64xf32, "shared">
        pipeline.role producer(warps = 0 to 4) {
          pipeline.enter "t" {
            pipeline.acquire %r
            pipeline.perform "load"
            pipeline.commit %r
          }
        }
        pipeline.role consumer(warps = 4 to 8) {
          pipeline.enter "t" {
            pipeline.wait %r
            pipeline.perform "store"
            pipeline.release %r
          }
        }
      }
      pipeline.for %t = 0 to 4 stages(0) attributes {pipeline.id = "t"} {
        tile.copy %x[%t, 0] -> %s {pipeline.id = "load"} : memref<4x64xf32> to memref<64xf32, "shared">
        tile.copy %s -> %y[%t, 0] {pipeline.id = "store"} : memref<64xf32, "shared"> to memref<4x64xf32>
      }
    }\
    """)
public abstract sealed class ScheduleOp extends Operation
    implements ScheduleEntry, NoTerminator, Verified, RegionVerified permits ScheduleOpImpl {
  /** How many warps a warpgroup has. */
  public static final long WARPGROUP = 4;

  private static final long MOST_WARPS = 32;

  /** How many warps a block has. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr warps();

  /** Rings, and roles with their programs. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** The rings, in order. */
  public List<RingOp> rings() {
    return all(RingOp.class);
  }

  /** The roles, in order. */
  public List<RoleOp> roles() {
    return all(RoleOp.class);
  }

  private <T> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Operation op : body().entry()) {
      if (kind.isInstance(op)) {
        found.add(kind.cast(op));
      }
    }
    return found;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!body().isEmpty() && !body().entry().arguments().isEmpty()) {
      diagnostics.report(error("has a body with arguments, and nothing to give to them"));
    }
    long count = warps().longValue();
    if (count < 1 || count > MOST_WARPS || count % WARPGROUP != 0) {
      diagnostics.report(
          error(
              "gives a block %d warps; multiples of %d up to %d are possible",
              count, WARPGROUP, MOST_WARPS));
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    ScheduleRules.verify(this, diagnostics);
  }
}
