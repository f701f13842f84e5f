// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.ptx.CpAsyncBulkCommitGroupOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkWaitGroupOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores of fragments through shared memory by boxes. Threads put a piece of it into a version of
 * the buffer, wait for each other, and one of them has the engine store it, while they go on with
 * the next piece in another version. Warpgroups that have rows of their own don't wait for others.
 */
final class TmaStoreLowering {
  private final Kernel kernel;
  private final Set<Long> together = new LinkedHashSet<>();

  /** For the stores of some threads. */
  TmaStoreLowering(Kernel kernel) {
    this.kernel = kernel;
  }

  void lower(TmaStoreOp store) throws LoweringFailure {
    new One(store).lower();
    store.erase();
  }

  /** Waits, at the end of what the threads do, until their shared memory has been read. */
  void finish() {
    Operation last = kernel.team().body().last();
    for (long size : together) {
      Inserter at =
          last instanceof Terminator
              ? Inserter.before(last)
              : Inserter.atEnd(kernel.team().body(), kernel.launch().location());
      Value isFirst = kernel.team().isFirstOf(at, kernel.math(), size);
      IfOp.create(at, isFirst, inside -> waitUntilRead(inside, 0));
    }
  }

  private static void waitUntilRead(Inserter at, long pending) {
    CpAsyncBulkWaitGroupOp.create(at, Math.toIntExact(pending))
        .setAttribute("read", UnitAttr.INSTANCE);
  }

  /** The lowering of one store. */
  private final class One {
    private final TmaStoreOp store;
    private final Inserter at;
    private final long versions;
    private final long rows;
    private final long columns;
    private final long pieces;
    private final boolean hasOwnRows;

    One(TmaStoreOp store) throws LoweringFailure {
      this.store = store;
      this.at = Inserter.before(store);
      RegisterTile whole = kernel.wholeRegisters(store.sourceRegion());
      if (whole == null) {
        throw LoweringFailure.of(store, "it takes a part of a fragment");
      }
      long[] staging = Kernel.type(store.staging()).shape();
      this.versions = staging[0];
      this.rows = staging[1];
      this.columns = staging[2];
      Shape sizes = AsyncCopyLowering.sizes(store.sourceRegion());
      this.pieces = sizes.size(sizes.rank() - 1) / columns;
      this.hasOwnRows = hasOwnRows(whole.fragment());
    }

    /** Has each of several warpgroups rows of its own, one behind the other? */
    private boolean hasOwnRows(Fragment fragment) {
      long count = warpgroups();
      if (kernel.threads() % Team.WARPGROUP != 0
          || count < 2
          || rows % (count * SwizzleMode.ROWS) != 0
          || fragment.replicas() != 1) {
        return false;
      }
      Shape shape = fragment.inputShape();
      Layout joint = fragment.joint();
      long threads = joint.outputShape().size(joint.outputShape().rank() - 1);
      long length = shape.size(shape.rank() - 1);
      for (int number = 0; number < shape.count(); number++) {
        long warpgroup = joint.table().linear(number) % threads / Team.WARPGROUP;
        if (warpgroup != number / length % rows / (rows / count)) {
          return false;
        }
      }
      return true;
    }

    private long warpgroups() {
      return kernel.threads() / Team.WARPGROUP;
    }

    void lower() throws LoweringFailure {
      long size = hasOwnRows ? Team.WARPGROUP : kernel.threads();
      long shares = hasOwnRows ? warpgroups() : 1;
      Value share =
          hasOwnRows ? kernel.math().value(ThreadFunction.THREAD.floorDiv(Team.WARPGROUP)) : null;
      together.add(size);
      Value isFirst = kernel.team().isFirstOf(at, kernel.math(), size);
      TensorBoxes boxes = null;
      IfOp.create(at, isFirst, inside -> waitUntilRead(inside, pending(0)));
      for (long number = 0; number < pieces; number++) {
        sync();
        BufferRegion piece = staged(number % versions);
        CopyOp copy = CopyOp.create(at, part(number * columns), piece);
        CopyLowering.lower(kernel, copy);
        FenceProxyAsyncOp.create(at);
        sync();
        boxes = store(number, piece, shares, share, isFirst);
      }
      if (boxes != null) {
        decide(boxes, shares);
      }
    }

    private void sync() throws LoweringFailure {
      if (hasOwnRows) {
        kernel.team().syncWarpgroup(store, at, kernel.math());
      } else {
        kernel.team().sync(store, at);
      }
    }

    /** Has the engine store a piece, and waits until the next one's version has been read. */
    private TensorBoxes store(
        long number, BufferRegion piece, long shares, @Nullable Value share, Value isFirst)
        throws LoweringFailure {
      TensorStage stage = TensorStage.of(kernel, store, piece);
      TensorBoxes boxes = stage.boxes(store, false, shares);
      TensorSide target = TensorSide.of(kernel, store, store.targetRegion(), boxes);
      Value map = target.map();
      IfOp.create(
          at,
          isFirst,
          inside -> {
            for (TensorBoxes.Box box : boxes.boxes()) {
              Value from = stage.address(inside, box.bytes(), share, boxes.share().bytes());
              var there =
                  new TensorBoxes.Box(box.bytes(), box.row(), box.column() + number * columns);
              List<Value> coordinates = target.coordinates(inside, there, share);
              CpAsyncBulkTensorStoreOp.create(inside, map, coordinates, from, null);
            }
            CpAsyncBulkCommitGroupOp.create(inside);
            if (number + 1 < pieces) {
              waitUntilRead(inside, pending(number + 1));
            }
          });
      return boxes;
    }

    /** A version of the buffer. */
    private BufferRegion staged(long version) {
      return new BufferRegion(
          store.staging(),
          List.of(Offset.of(version), Offset.of(0), Offset.of(0)),
          List.of(1L, rows, columns));
    }

    /** The columns of the fragment, from one on, that a version holds. */
    private BufferRegion part(long column) {
      BufferRegion all = store.sourceRegion();
      int last = all.offsets().size() - 1;
      List<Offset> offsets = new ArrayList<>(all.offsets());
      List<Long> sizes = new ArrayList<>(all.sizes());
      offsets.set(last, Offset.of(column));
      sizes.set(last, columns);
      return new BufferRegion(all.buffer(), offsets, sizes);
    }

    /** How many pieces may still be read when one goes where another one has been. */
    private long pending(long number) {
      if (number >= versions) {
        return versions - 1;
      }
      if (isShared()) {
        // Another store may have used this version last of all.
        return number;
      }
      long last = number + versions * ((pieces - 1 - number) / versions);
      return pieces - 1 - last + number;
    }

    private boolean isShared() {
      int stores = 0;
      for (var use : store.staging().uses()) {
        stores += use.owner() instanceof TmaStoreOp ? 1 : 0;
      }
      return stores > 1;
    }

    private void decide(TensorBoxes boxes, long shares) {
      long count = boxes.boxes().size() * shares;
      kernel.decide(
          store,
          "copy",
          "from registers to global memory by boxes",
          String.format(
              Locale.ROOT,
              "%d pieces of %dx%d, each in %d box%s",
              pieces,
              rows,
              columns,
              count,
              count == 1 ? "" : "es"),
          warpgroups() > 1 && !hasOwnRows
              ? "all threads wait for each other, for warpgroups have no rows of their own"
              : "");
    }
  }
}
