// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.ColumnBlocks;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import dev.azulejo.pass.layout.TensorTile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region of a buffer in shared memory as the engine that copies boxes sees it. */
final class TensorStage {
  private final Kernel kernel;
  private final SharedTile tile;
  private final BufferRegion region;
  private final Address start;

  private TensorStage(Kernel kernel, SharedTile tile, BufferRegion region, Address start) {
    this.kernel = kernel;
    this.tile = tile;
    this.region = region;
    this.start = start;
  }

  /** A region, of which the engine reads or writes boxes. */
  static TensorStage of(Kernel kernel, Operation op, BufferRegion region) throws LoweringFailure {
    SharedTile tile = kernel.shared(op, region.buffer());
    List<Offset> offsets = new ArrayList<>();
    List<Offset> tileStart = new ArrayList<>();
    int rank = region.offsets().size();
    boolean isRow = rank < 2 || TensorTile.isRow(region.sizes(), tile.layout(), tile.bits());
    int inTile = isRow ? 1 : 2;
    for (int i = 0; i < rank; i++) {
      Offset offset = region.offsets().get(i);
      Long known = IndexFacts.of(offset).single();
      offsets.add(known == null ? offset : Offset.of(known));
      tileStart.add(i < rank - inTile ? offsets.get(i) : Offset.of(0));
    }
    var known = new BufferRegion(region.buffer(), offsets, region.sizes());
    var first = new BufferRegion(region.buffer(), tileStart, region.sizes());
    IndexExpr zero = IndexExpr.constant(0);
    Address start =
        SharedRegion.of(kernel, op, first)
            .address(inTile == 1 ? List.of(zero) : List.of(zero, zero));
    return new TensorStage(kernel, tile, known, start);
  }

  /** How many columns a block of the tile has; 1 where it has none. */
  long inBlock() {
    return TensorTile.tile(tile.layout(), tile.bits())
            instanceof Attempt.Success<ColumnBlocks>(ColumnBlocks blocks)
        ? blocks.inBlock()
        : 1;
  }

  /** The boxes of the region, in so many shares, and aligns the buffer for them. */
  TensorBoxes boxes(Operation op, boolean wholeBlocks, long shares) throws LoweringFailure {
    return switch (TensorTile.boxes(region, tile.layout(), tile.bits(), wholeBlocks, shares)) {
      case Attempt.Success<TensorBoxes>(TensorBoxes boxes) -> {
        tile.align(boxes.mode().alignment());
        yield boxes;
      }
      case Attempt.Refusal<TensorBoxes>(String reason) ->
          throw LoweringFailure.of(
              op, "boxes can't be copied to or from its buffer in shared memory: %s", reason);
    };
  }

  int bits() {
    return tile.bits();
  }

  /**
   * The address of what begins so many bytes behind the start of the tile.
   *
   * @param share how many shares behind the first, or null
   * @param perShare how many bytes a share is behind the one before
   */
  Value address(Inserter at, long bytes, @Nullable Value share, long perShare) {
    ThreadMath math = kernel.math();
    Value address = start.base();
    long more = start.bytes() + bytes;
    if (share != null) {
      Value moved = MulIOp.create(at, share, math.constant(perShare)).result();
      Value narrow = IndexCastOp.create(at, moved, IntegerType.I32).out();
      address = AddIOp.create(at, address, narrow).result();
    }
    return more == 0
        ? address
        : AddIOp.create(at, address, math.constant(IntegerAttr.i32(Math.toIntExact(more))))
            .result();
  }
}
