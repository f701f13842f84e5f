// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.barrier.AddressOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Copies of boxes from global to shared memory: one thread has the engine copy as few boxes as the
 * buffer's layout allows. Where all blocks of a cluster along some dimensions get the same, each
 * fetches a share of it for all.
 */
final class TmaCopyLowering {
  private final Kernel kernel;
  private final TmaCopyOp copy;
  private final TensorStage target;
  private final @Nullable ClusterPlace cluster;
  private final TensorBoxes boxes;
  private final TensorSide source;

  private TmaCopyLowering(Kernel kernel, TmaCopyOp copy) throws LoweringFailure {
    this.kernel = kernel;
    this.copy = copy;
    this.target = TensorStage.of(kernel, copy, copy.targetRegion());
    this.cluster =
        copy.multicast()
            .map(DenseArrayAttr::asLongs)
            .map(dimensions -> new ClusterPlace(kernel, dimensions))
            .filter(place -> place.count() > 1)
            .orElse(null);
    boolean wholeBlocks = TensorSide.isMadeOf(copy.sourceRegion(), target.inBlock());
    this.boxes = target.boxes(copy, wholeBlocks, shares());
    this.source = TensorSide.of(kernel, copy, copy.sourceRegion(), boxes);
  }

  static void lower(Kernel kernel, TmaCopyOp copy) throws LoweringFailure {
    new TmaCopyLowering(kernel, copy).lower();
    copy.erase();
  }

  private long shares() {
    return cluster == null ? 1 : cluster.count();
  }

  private void lower() {
    Value map = source.map();
    Value share = cluster == null ? null : cluster.number();
    Value mask = cluster == null ? null : cluster.mask();
    Inserter before = Inserter.before(copy);
    if (kernel.threads() == 1) {
      load(before, map, share, mask);
    } else {
      Value isFirst = kernel.team().isFirstOf(before, kernel.math(), kernel.threads());
      IfOp.create(before, isFirst, inside -> load(inside, map, share, mask));
    }
    decide();
  }

  private void load(Inserter at, Value map, @Nullable Value share, @Nullable Value mask) {
    Value barrier = AddressOp.create(at, copy.array(), copy.index()).result();
    for (TensorBoxes.Box box : boxes.boxes()) {
      Value to = target.address(at, box.bytes(), share, boxes.share().bytes());
      CpAsyncBulkTensorLoadOp.create(
          at, to, map, source.coordinates(at, box, share), barrier, mask, null);
    }
  }

  private void decide() {
    int count = boxes.boxes().size();
    long bytes = boxes.bytes(target.bits(), 1);
    String several =
        count > 1 && boxes.axes().size() < 3
            ? "a box holds one column block and up to " + TensorBoxes.LONGEST + " rows of it"
            : "";
    kernel.decide(
        copy,
        "copy",
        "from global to shared memory by boxes",
        String.format(
            Locale.ROOT,
            "%d box%s of %d bytes%s",
            count,
            count == 1 ? "" : "es",
            bytes / count,
            cluster == null ? "" : ", for " + shares() + " blocks"),
        several);
  }
}
