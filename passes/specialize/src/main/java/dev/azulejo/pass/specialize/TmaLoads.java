// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.Slot;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.pass.pipeline.TensorArguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which copies the engine can do that moves whole boxes between global and shared memory. */
final class TmaLoads {
  /** What strides and rows of boxes are multiples of. */
  private static final long BITS = 128;

  private TmaLoads() {}

  /** Does a copy go from global to shared memory? */
  static boolean isLoad(CopyOp copy) {
    return Space.of(copy.source()) == Space.GLOBAL && Space.of(copy.target()) == Space.SHARED;
  }

  /** Has a GPU such an engine, and what the roles of warps need beside it? */
  static boolean isOn(@Nullable Target target) {
    return target != null
        && target.vendor() == Target.Vendor.NVIDIA
        && target.name().equals("sm_90a");
  }

  /** Why a load can't be done so, or null where it can. */
  static @Nullable String obstacle(CopyOp copy) {
    Target target = Target.of(copy);
    if (!isOn(target)) {
      return target == null ? "no target is named" : target.name() + " has no such copies here";
    }
    if (!isLoad(copy)) {
      return "only copies from global to shared memory can";
    }
    String problem = TensorArguments.problemOf(copy.source());
    if (problem == null) {
      problem = problemOfTypes(copy);
    }
    return problem == null ? problemOfBox(copy) : problem;
  }

  private static @Nullable String problemOfTypes(CopyOp copy) {
    Type from = element(copy.source());
    Type to = element(copy.target());
    if (!from.equals(to)) {
      return "it converts %s to %s on the way".formatted(AsmText.ofType(from), AsmText.ofType(to));
    }
    long bits = bits(from);
    if (bits < Byte.SIZE || bits > Long.SIZE || Long.bitCount(bits) != 1) {
      return "elements of %s are not whole bytes".formatted(AsmText.ofType(from));
    }
    int rank = copy.source().type() instanceof MemRefType type ? type.rank() : 0;
    long row = rank < 2 ? BITS : Divisibility.ofSize(copy.source(), rank - 1);
    return bits * row % BITS == 0
        ? null
        : "rows of the tensor are not known to be multiples of %d bytes"
            .formatted(BITS / Byte.SIZE);
  }

  private static @Nullable String problemOfBox(CopyOp copy) {
    List<Long> sizes = copy.sourceRegion().sizes();
    int dimensions = 0;
    for (int i = 0; i < sizes.size(); i++) {
      dimensions += sizes.get(i) > 1 || i == sizes.size() - 1 ? 1 : 0;
    }
    long row = sizes.isEmpty() ? 0 : sizes.getLast() * bits(element(copy.source()));
    if (dimensions > 2) {
      return "it copies a box of %d dimensions; tiles have two".formatted(dimensions);
    }
    if (row == 0 || row % BITS != 0) {
      return "its rows are %d bytes long, no multiple of %d"
          .formatted(row / Byte.SIZE, BITS / Byte.SIZE);
    }
    if (bytes(copy) > Slot.MAX_COUNT) {
      return "it brings %d bytes; a barrier counts up to %d".formatted(bytes(copy), Slot.MAX_COUNT);
    }
    return RegionOperand.isAll(copy.targetRegion()) ? null : "it fills only a part of its buffer";
  }

  private static Type element(Value buffer) {
    return buffer.type() instanceof MemRefType type ? type.elementType() : buffer.type();
  }

  private static long bits(Type type) {
    return switch (type) {
      case FloatType real -> real.width();
      case IntegerType integer -> integer.width();
      default -> 0;
    };
  }

  /** How many bytes a load brings, what lies outside of the tensor included. */
  static long bytes(CopyOp copy) {
    long count = 1;
    for (long size : copy.targetRegion().sizes()) {
      count *= size;
    }
    return count * bits(element(copy.target())) / Byte.SIZE;
  }

  /** The buffer that a load fills, where it is one that may have versions; else null. */
  static @Nullable AllocOp allocation(CopyOp copy) {
    Operation op = copy.target().definingOp();
    return op instanceof AllocOp alloc && alloc.versions().isEmpty() ? alloc : null;
  }
}
