// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.matrix.MatrixDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * An operand of asynchronous matrix products that they read from shared memory themselves. Its
 * descriptor is computed ahead of loops; what a slot moves it by is added once for each product,
 * and what an instruction moves it by is a number.
 */
final class WgmmaTile {
  private final Kernel kernel;
  private final GemmOp gemm;
  private final String name;
  private final SharedTile tile;
  private final MatrixDescriptor descriptor;
  private final WgmmaFactor factor;
  private final long row;
  private final long column;
  private final long ahead;
  private final @Nullable Value moved;
  private final long perPart;
  private @Nullable Value base;

  private WgmmaTile(
      Kernel kernel,
      GemmOp gemm,
      String name,
      BufferRegion region,
      MatrixDescriptor descriptor,
      WgmmaFactor factor)
      throws LoweringFailure {
    this.kernel = kernel;
    this.gemm = gemm;
    this.name = name;
    this.tile = kernel.shared(gemm, region.buffer());
    this.descriptor = descriptor;
    this.factor = factor;
    tile.align(descriptor.blocks().mode().alignment());
    int rank = region.offsets().size();
    this.row = number(region.offsets().get(rank - 2));
    this.column = number(region.offsets().get(rank - 1));
    Inserter at = Inserter.before(gemm);
    long fixed = 0;
    Value sum = null;
    for (int i = 0; i < rank - 2; i++) {
      Long stride = tile.stride(i);
      if (stride == null) {
        throw refusal("its versions don't lie at equal distances");
      }
      long bytes = stride * tile.bits() / Byte.SIZE;
      Offset offset = region.offsets().get(i);
      Long known = IndexFacts.of(offset).single();
      if (known != null) {
        fixed += known * bytes;
      } else if (offset instanceof Offset.Dynamic(Value value)) {
        if (bytes % Descriptors.UNIT != 0) {
          throw refusal("its versions don't begin at multiples of " + Descriptors.UNIT + " bytes");
        }
        Value units = kernel.math().constant(bytes / Descriptors.UNIT);
        Value product = MulIOp.create(at, value, units).result();
        sum = sum == null ? product : AddIOp.create(at, sum, product).result();
      }
    }
    this.ahead = fixed;
    this.moved = sum;
    this.perPart = factor.count() == 1 ? 0 : start(factor.part(), 0) - start(0, 0);
  }

  /**
   * An operand.
   *
   * @param columnsAreK whether K is the last dimension of its region
   */
  static WgmmaTile of(
      Kernel kernel,
      GemmOp gemm,
      String name,
      BufferRegion region,
      boolean columnsAreK,
      WgmmaFactor factor)
      throws LoweringFailure {
    SharedTile tile = kernel.shared(gemm, region.buffer());
    return switch (MatrixDescriptor.of(tile.layout(), tile.bits(), columnsAreK)) {
      case Attempt.Success<MatrixDescriptor>(MatrixDescriptor found) ->
          new WgmmaTile(kernel, gemm, name, region, found, factor);
      case Attempt.Refusal<MatrixDescriptor>(String reason) ->
          throw LoweringFailure.of(
              gemm, "wgmma can't read %s from shared memory: %s", name, reason);
    };
  }

  /** Does K run along the rows of its memory? */
  boolean columnsAreK() {
    return descriptor.columnsAreK();
  }

  /**
   * The descriptor for an instruction.
   *
   * @param place where its rows or columns begin in those of the warpgroup
   * @param k where its part of K begins
   */
  Value at(Inserter at, long place, long k) throws LoweringFailure {
    long first = start(place, k);
    for (long part = 1; part < factor.count(); part++) {
      if (start(part * factor.part() + place, k) != first + part * perPart) {
        throw refusal("its parts don't lie at equal distances");
      }
    }
    if (first % Descriptors.UNIT != 0) {
      throw refusal("a part begins at no multiple of " + Descriptors.UNIT + " bytes");
    }
    long units = first / Descriptors.UNIT;
    if (units == 0) {
      return base(at);
    }
    Value more = kernel.math().constant(IntegerAttr.i64(units));
    return AddIOp.create(at, base(at), more).result();
  }

  private Value base(Inserter at) {
    if (base == null) {
      Value fixed =
          kernel
              .descriptors()
              .of(tile.memory(), descriptor.fields(), factor.which().times(perPart));
      base = fixed;
      if (moved != null) {
        Value wide = IndexCastOp.create(at, moved, IntegerType.I64).out();
        base = AddIOp.create(at, fixed, wide).result();
      }
    }
    return base;
  }

  /** How many bytes behind the start of the memory an instruction begins, but for what moves it. */
  private long start(long place, long k) throws LoweringFailure {
    boolean columnsAreK = columnsAreK();
    Attempt<Long> start =
        descriptor.start(
            row + (columnsAreK ? place : k),
            column + (columnsAreK ? k : place),
            columnsAreK ? factor.size() : factor.depth(),
            columnsAreK ? factor.depth() : factor.size());
    return switch (start) {
      case Attempt.Success<Long>(Long bytes) -> ahead + bytes;
      case Attempt.Refusal<Long>(String reason) -> throw refusal(reason);
    };
  }

  private long number(Offset offset) throws LoweringFailure {
    Long known = IndexFacts.of(offset).single();
    if (known == null) {
      throw refusal("where its region begins is no constant");
    }
    return known;
  }

  private LoweringFailure refusal(String reason) {
    return LoweringFailure.of(gemm, "wgmma can't read %s from shared memory: %s", name, reason);
  }
}
