// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.BulkStoreOp;
import dev.azulejo.dialect.tile.Copying;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.ScanOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.dialect.tile.TmaStoreOp;
import dev.azulejo.dialect.tile.TransposeOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.layout.matrix.WarpGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What inference sees of a launch: its operations in program order, its buffers, and which
 * operations each fragment couples.
 *
 * @param launch the launch
 * @param operators the operations that have something to say about layouts
 * @param storages the storage of each buffer
 * @param users the operations that access each fragment or a view of it
 */
record Kernel(
    LaunchOp launch,
    List<Operator> operators,
    Map<Value, Storage> storages,
    Map<Storage, List<Operator>> users) {

  static Kernel of(LaunchOp launch, WarpGrid.Policy policy) throws LayoutConflict {
    Map<Value, Storage> storages = Storage.in(launch);
    Map<Storage, List<Operator>> users = new LinkedHashMap<>();
    List<Operator> operators = new ArrayList<>();
    for (Operation op : operations(launch)) {
      TensorOperator boxes = boxes(op, launch);
      if (boxes != null) {
        operators.add(boxes);
      }
      Operator operator = operator(op, launch, policy);
      if (operator == null) {
        refuseUnknown(op);
        continue;
      }
      operators.add(operator);
      Set<Storage> coupled = new LinkedHashSet<>();
      for (Value buffer : operator.fragments()) {
        Storage storage = storages.get(buffer);
        if (storage != null) {
          coupled.add(storage);
        }
      }
      for (Storage storage : coupled) {
        users.computeIfAbsent(storage, _ -> new ArrayList<>()).add(operator);
      }
    }
    return new Kernel(launch, operators, storages, users);
  }

  /** What stands in the launch, in program order; what stands in parallel loops belongs to them. */
  private static List<Operation> operations(LaunchOp launch) {
    List<Operation> operations = new ArrayList<>();
    launch.walk(op -> {
      ParallelOp around = op.enclosing(ParallelOp.class);
      if (op != launch && (around == null || around == op)) {
        operations.add(op);
      }
    });
    return operations;
  }

  private static @Nullable Operator operator(Operation op, LaunchOp launch, WarpGrid.Policy policy)
      throws LayoutConflict {
    long threads = threads(op, launch);
    return switch (op) {
      case GemmOp gemm -> GemmOperator.of(gemm, threads, policy);
      case ReduceOp reduce -> new ReduceOperator(reduce, threads);
      case ScanOp scan -> new ScanOperator(scan, threads);
      case TransposeOp transpose -> NestOperator.of(Nest.of(transpose), threads);
      case TmaCopyOp _ -> null;
      case Copying copy -> NestOperator.of(Nest.of(op, copy), threads);
      case FillOp fill -> NestOperator.of(Nest.of(fill), threads);
      case ParallelOp loop when hasNoPoints(loop) -> null;
      case ParallelOp loop -> NestOperator.of(Nest.of(loop), threads);
      case LoadOp load when isFragment(load.memref()) ->
          new ScalarOperator(load, load.memref(), threads);
      case StoreOp store when isFragment(store.memref()) ->
          new ScalarOperator(store, store.memref(), threads);
      default -> null;
    };
  }

  /** What an operation has the engine do that copies boxes, or null. */
  private static @Nullable TensorOperator boxes(Operation op, LaunchOp launch) {
    long threads = threads(op, launch);
    return switch (op) {
      case TmaCopyOp copy ->
          new TensorOperator(copy, copy.targetRegion(), threads, shares(copy, launch));
      case BulkStoreOp store -> new TensorOperator(store, store.sourceRegion(), threads, 1);
      case TmaStoreOp store -> {
        BufferRegion all = RegionOperand.all(store.staging());
        List<Long> piece = new ArrayList<>(all.sizes());
        piece.set(0, 1L);
        BufferRegion first = new BufferRegion(all.buffer(), all.offsets(), piece);
        yield new TensorOperator(store, first, threads, 1);
      }
      default -> null;
    };
  }

  /** How many blocks of the cluster fetch a part each. */
  private static long shares(TmaCopyOp copy, LaunchOp launch) {
    long[] cluster = launch.cluster().map(DenseArrayAttr::asLongs).orElse(new long[0]);
    long shares = 1;
    for (long dimension : copy.multicast().map(DenseArrayAttr::asLongs).orElse(new long[0])) {
      shares *= dimension < cluster.length ? cluster[(int) dimension] : 1;
    }
    return shares;
  }

  /** How many threads execute an operation together: those of its role, or of the block. */
  static long threads(Operation op, LaunchOp launch) {
    RolesOp roles = op.enclosing(RolesOp.class);
    return roles == null
        ? launch.threads().longValue()
        : roles.roleOf(op).map(RolesOp.Role::threads).orElse(launch.threads().longValue());
  }

  /** A loop that does nothing needs no threads. */
  private static boolean hasNoPoints(ParallelOp loop) {
    for (long extent : loop.extents().asLongs()) {
      if (extent == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFragment(Value buffer) {
    return Space.of(buffer) == Space.FRAGMENT;
  }

  /** Who accesses a fragment without a rule here would be left without a layout in silence. */
  private static void refuseUnknown(Operation op) throws LayoutConflict {
    if (!(op instanceof Accessing accessing) || op instanceof AllocOp) {
      return;
    }
    List<Access> accesses = new ArrayList<>();
    accessing.accesses(accesses::add);
    for (Access access : accesses) {
      BufferRegion region = access.region();
      if (region != null && isFragment(region.buffer())) {
        throw new LayoutConflict(
            op.error("accesses a fragment in a way that layout inference doesn't know"));
      }
    }
  }

  /** The operations in the order in which what they can't do without is asked for. */
  List<Operator> firmestFirst() {
    List<Operator> sorted = new ArrayList<>(operators);
    sorted.sort(Comparator.comparingInt(Kernel::firmness));
    return sorted;
  }

  /** Who can read few layouts before who can read most of them; others in program order. */
  private static int firmness(Operator operator) {
    return switch (operator) {
      case GemmOperator gemm when gemm.isByWarpgroups() -> 0;
      case TensorOperator _ -> 1;
      case GemmOperator _, NestOperator _, ReduceOperator _, ScalarOperator _, ScanOperator _ -> 2;
    };
  }

  /** How many threads share out a fragment. */
  long threads(AllocOp alloc) {
    return threads(alloc, launch);
  }

  /** The operations that a change of a buffer concerns. */
  List<Operator> usersOf(Value buffer) {
    Storage storage = storages.get(buffer);
    return storage == null ? List.of() : users.getOrDefault(storage, List.of());
  }
}
