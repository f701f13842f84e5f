// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.ptx.CpAsyncBulkCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkWaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.BulkStoreOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import java.util.List;
import java.util.Locale;

/**
 * Stores of shared memory by boxes: when all threads have come, one of them has the engine store
 * the boxes and waits until they are read, and the others wait for that one.
 */
final class BulkStoreLowering {
  private BulkStoreLowering() {}

  static void lower(Kernel kernel, BulkStoreOp store) throws LoweringFailure {
    Inserter at = Inserter.before(store);
    TensorStage stage = TensorStage.of(kernel, store, store.sourceRegion());
    TensorBoxes boxes = stage.boxes(store, false, 1);
    TensorSide target = TensorSide.of(kernel, store, store.targetRegion(), boxes);
    kernel.team().sync(store, at);
    Value map = target.map();
    Value isFirst = kernel.team().isFirstOf(at, kernel.math(), kernel.threads());
    IfOp.create(
        at,
        isFirst,
        inside -> {
          for (TensorBoxes.Box box : boxes.boxes()) {
            Value from = stage.address(inside, box.bytes(), null, 0);
            List<Value> coordinates = target.coordinates(inside, box, null);
            CpAsyncBulkTensorStoreOp.create(inside, map, coordinates, from, null);
          }
          CpAsyncBulkCommitGroupOp.create(inside);
          CpAsyncBulkWaitGroupOp.create(inside, 0).setAttribute("read", UnitAttr.INSTANCE);
        });
    kernel.team().sync(store, at);
    int count = boxes.boxes().size();
    kernel.decide(
        store,
        "copy",
        "from shared to global memory by boxes",
        String.format(Locale.ROOT, "%d box%s", count, count == 1 ? "" : "es"),
        "all threads wait until the boxes have been read");
    store.erase();
  }
}
