// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.pass.pipeline.TensorArguments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The copies of a role that store sums of products, and which of them can go by whole boxes. */
final class StagedStores {
  private static final long STRIDE_BYTES = 16;
  private static final long ROWS_OF_WARPGROUP = 64;
  private static final long WARPS_OF_WARPGROUP = 4;

  private final RolesOp.Role role;
  private final Set<Value> sums = new LinkedHashSet<>();
  private final List<CopyOp> stores = new ArrayList<>();

  private StagedStores(RolesOp.Role role) {
    this.role = role;
  }

  static StagedStores in(RolesOp.Role role) {
    StagedStores found = new StagedStores(role);
    List<CopyOp> copies = new ArrayList<>();
    for (Operation top : role.body()) {
      top.walk(op -> {
        if (op instanceof GemmOp gemm && gemm.isMadeBy(GemmOp.WGMMA)) {
          found.sums.add(gemm.c());
        } else if (op instanceof CopyOp copy && isStore(copy)) {
          copies.add(copy);
        }
      });
    }
    copies.stream().filter(copy -> found.sums.contains(copy.source())).forEach(found.stores::add);
    return found;
  }

  private static boolean isStore(CopyOp copy) {
    return Space.of(copy.source()) == Space.FRAGMENT && Space.of(copy.target()) == Space.GLOBAL;
  }

  /** The copies of sums to global memory, in order. */
  List<CopyOp> stores() {
    return stores;
  }

  /** Why a store can't go by whole boxes, or null where it can. */
  @Nullable String obstacle(CopyOp copy) {
    if (copy.prefers(CopyOp.SYNC)) {
      return "it asks for that";
    }
    Target target = Target.of(copy);
    if (target == null || !TmaLoads.isOn(target)) {
      return target == null ? "no target is named" : target.name() + " has no such copies here";
    }
    String problem = TensorArguments.problemOf(copy.target());
    return problem == null ? problemOfPieces(copy) : problem;
  }

  private @Nullable String problemOfPieces(CopyOp copy) {
    MemRefType type = memref(copy.target());
    long bytes = elementBytes(type);
    if (bytes != 2 && bytes != 4) {
      return "only elements of 16 or 32 bits are stored so";
    }
    int last = type.rank() - 1;
    if (last < 1) {
      return "the tensor has one dimension";
    }
    if (Divisibility.ofSize(copy.target(), last) * bytes % STRIDE_BYTES != 0) {
      return "rows of the tensor are not known to be multiples of %d bytes".formatted(STRIDE_BYTES);
    }
    List<Long> from = copy.sourceRegion().sizes();
    List<Long> to = copy.targetRegion().sizes();
    if (from.size() != 2 || !from.equals(to.subList(last - 1, last + 1))) {
      return "it takes no tile of rows and columns";
    }
    long warpgroups = role.warps() / WARPS_OF_WARPGROUP;
    if (role.warps() % WARPS_OF_WARPGROUP != 0
        || from.get(0) % (warpgroups * ROWS_OF_WARPGROUP) != 0) {
      return "%d rows are no whole pieces of %d rows for each warpgroup"
          .formatted(from.get(0), ROWS_OF_WARPGROUP);
    }
    return from.get(1) * bytes % TmaStoreOp.ROW_BYTES == 0
        ? null
        : "rows of %d bytes are no whole pieces of %d"
            .formatted(from.get(1) * bytes, TmaStoreOp.ROW_BYTES);
  }

  /** What is stored at a time: all rows, and columns of so many bytes as the engine swizzles. */
  static MemRefType piece(CopyOp copy) {
    MemRefType type = memref(copy.target());
    long rows = copy.sourceRegion().sizes().get(0);
    long[] shape = {rows, TmaStoreOp.ROW_BYTES / elementBytes(type)};
    return MemRefType.of(shape, type.elementType(), null, StringAttr.of(Space.SHARED.spelling()));
  }

  private static long elementBytes(MemRefType type) {
    return switch (type.elementType()) {
      case FloatType real -> real.width() / Byte.SIZE;
      case IntegerType integer -> integer.width() / Byte.SIZE;
      default -> 0;
    };
  }

  private static MemRefType memref(Value buffer) {
    if (buffer.type() instanceof MemRefType type) {
      return type;
    }
    throw new CompilerBug("a copy of what is no memref passed the verifier");
  }
}
