// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.TransposeOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation as a nest of parallel loops: the points, and what each of them accesses. Copies,
 * transpositions and fills are nests over their regions.
 *
 * @param op the operation
 * @param extents how many points there are in each dimension; a symbol where it is a value
 * @param accesses what a point reads and writes, in program order
 * @param varying the symbols in the accesses that may differ from point to point
 */
record Nest(Operation op, Shape extents, List<NestAccess> accesses, Set<IndexExpr> varying) {

  static Nest of(ParallelOp loop) {
    var reader = new IndexReader(loop, loop.body().entry().arguments());
    List<IndexExpr> extents = new ArrayList<>();
    for (Offset size : loop.sizes()) {
      IndexExpr extent = reader.read(size);
      extents.add(extent);
    }
    List<NestAccess> accesses = new ArrayList<>();
    loop.walk(op -> {
      switch (op) {
        case LoadOp load ->
            accesses.add(access(load, load.memref(), load.indices(), reader, false));
        case StoreOp store ->
            accesses.add(access(store, store.memref(), store.indices(), reader, true));
        default -> {}
      }
    });
    return new Nest(loop, new Shape(extents), accesses, reader.varying());
  }

  private static NestAccess access(
      Operation op, Value buffer, List<Value> indices, IndexReader reader, boolean writes) {
    List<IndexExpr> index = new ArrayList<>();
    for (Value value : indices) {
      index.add(reader.read(value));
    }
    return new NestAccess(op, buffer, index.isEmpty() ? zero() : index, writes);
  }

  /** A buffer without dimensions counts as one of a single element. */
  private static List<IndexExpr> zero() {
    return List.of(IndexExpr.constant(0));
  }

  static Nest of(Operation op, Copying copy) {
    var reader = new IndexReader(op, List.of());
    Shape extents = extents(copy.targetRegion());
    return new Nest(
        op,
        extents,
        List.of(
            access(op, copy.sourceRegion(), extents, reader, false),
            access(op, copy.targetRegion(), extents, reader, true)),
        reader.varying());
  }

  static Nest of(FillOp fill) {
    var reader = new IndexReader(fill, List.of());
    Shape extents = extents(fill.region());
    return new Nest(
        fill,
        extents,
        List.of(access(fill, fill.region(), extents, reader, true)),
        reader.varying());
  }

  /** Points of the target, each of which reads the source with its two indices exchanged. */
  static Nest of(TransposeOp transpose) {
    var reader = new IndexReader(transpose, List.of());
    BufferRegion target = transpose.targetRegion();
    int rank = target.sizes().size();
    Shape extents = Shape.of(target.sizes().get(rank - 2), target.sizes().get(rank - 1));
    List<IndexExpr> exchanged = List.of(IndexExpr.input(1), IndexExpr.input(0));
    return new Nest(
        transpose,
        extents,
        List.of(
            access(transpose, transpose.sourceRegion(), exchanged, reader, false),
            access(transpose, target, extents, reader, true)),
        reader.varying());
  }

  /** The sizes of a region without ones in front, but at least one. */
  private static Shape extents(BufferRegion region) {
    List<Long> sizes = region.sizes();
    int first = 0;
    while (first < sizes.size() - 1 && sizes.get(first) == 1) {
      first++;
    }
    if (sizes.isEmpty()) {
      return Shape.of(1);
    }
    var extents = new long[sizes.size() - first];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = sizes.get(first + i);
    }
    return Shape.of(extents);
  }

  private static NestAccess access(
      Operation op, BufferRegion region, Shape extents, IndexReader reader, boolean writes) {
    return access(op, region, IndexExpr.inputs(extents.rank()), reader, writes);
  }

  private static NestAccess access(
      Operation op,
      BufferRegion region,
      List<IndexExpr> points,
      IndexReader reader,
      boolean writes) {
    List<IndexExpr> index = new ArrayList<>();
    int lead = region.offsets().size() - points.size();
    for (int i = 0; i < region.offsets().size(); i++) {
      IndexExpr offset = reader.read(region.offsets().get(i));
      if (i < lead) {
        index.add(offset);
      } else {
        IndexExpr point = points.get(i - lead);
        index.add(offset.isConstant(0) ? point : point.plus(offset));
      }
    }
    return new NestAccess(op, region.buffer(), index.isEmpty() ? zero() : index, writes);
  }

  int rank() {
    return extents.rank();
  }

  boolean hasFragments() {
    for (NestAccess access : accesses) {
      if (access.isFragment()) {
        return true;
      }
    }
    return false;
  }

  /** Does a point write what other threads see, and no fragment? */
  boolean storesToMemory() {
    for (NestAccess access : accesses) {
      if (access.writes() && access.isMemory()) {
        return true;
      }
    }
    return false;
  }
}
