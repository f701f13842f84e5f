// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.Optional;

/**
 * Gives the slot back that {@code pipeline.wait} has waited for: it may be filled again. In {@code
 * stage(n)}, it is done n iterations late.
 */
@OpDef(
    name = "pipeline.release",
    format = "$ring (`stage` `(` $stage^ `)`)? attr-dict",
    parents = {"pipeline.enter", "pipeline.role"})
@Example(
    """
    tile.launch grid(%b = 1) threads(128) {
      pipeline.schedule warps(8) {
        %ab = pipeline.ring "ab" (%As) depth(3) : memref<128x64xf16, "shared">
        pipeline.role worker(warps = 0 to 4) {
          pipeline.release %ab stage(1)
        }
      }
    }\
    """)
public abstract sealed class ReleaseOp extends Operation implements RingStep, Verified
    permits ReleaseOpImpl {

  @Override
  @Operand(Ring.class)
  public abstract Value ring();

  @Override
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> stage();

  @Override
  public boolean opens() {
    return false;
  }

  @Override
  public boolean fills() {
    return false;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    RingStep.verify(this, diagnostics);
  }
}
