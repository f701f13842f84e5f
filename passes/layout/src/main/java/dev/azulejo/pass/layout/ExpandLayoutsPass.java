// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.LinkedHashSet;

/**
 * Brings the layouts that a program lays down to the shapes of the buffers: a layout for a tile is
 * expanded to all versions of the tile, and one for a view becomes that of the buffer it looks at.
 *
 * <p>Requires nothing. Gives on each {@code tile.alloc} that a layout was laid down for, or for a
 * view of, the layout for its own shape; the views lose theirs. Two that say different things about
 * one buffer are an error. A layout that can't be carried over to the buffer stays at the view,
 * with a remark. Leaves alone: buffers without a layout. {@code layout-inference} begins with this.
 */
@PassDef(
    name = "expand-layouts",
    anchor = "func.func",
    summary = "Expand layouts to the versions of buffers, and move them from views to buffers",
    from = Rung.TILE,
    downTo = Rung.LAYOUT)
public final class ExpandLayoutsPass implements Pass {
  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : LayoutInferencePass.launches(root)) {
      for (Storage storage : new LinkedHashSet<>(Storage.in(launch).values())) {
        try {
          changed |= LaidDown.settle(storage, context);
        } catch (LayoutConflict conflict) {
          context.diagnostics().report(conflict.diagnostic());
        }
      }
    }
    return Change.of(changed);
  }
}
