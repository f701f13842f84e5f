// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.proxy;

import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorStoreOp;
import dev.azulejo.dialect.ptx.WgmmaCommitGroupOp;
import dev.azulejo.dialect.ptx.WgmmaFenceOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.pass.memory.sync.SharedRoots;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a launch do to buffers in shared memory, by which path: operations on
 * tiles say so themselves, instructions by the addresses that they are given.
 */
final class ProxyEvents {
  private static final Access.Resource SHARED = new Access.Resource("shared memory");

  private final Set<Value> all = new LinkedHashSet<>();
  private final Map<Operation, Set<Value>> async = new LinkedHashMap<>();
  private final Map<Region, Set<Value>> regions = new LinkedHashMap<>();

  /** What is accessed by the other path anywhere; nothing else needs a fence. */
  private final Set<Value> concerned = new LinkedHashSet<>();

  /** What arrivals of barriers are for that copies of threads make when they are over. */
  private final Map<Value, Set<Value>> handedOver = new LinkedHashMap<>();

  ProxyEvents(LaunchOp launch) {
    launch.walk(op -> {
      if (op instanceof AllocaOp alloca && Space.of(alloca.memref()) == Space.SHARED) {
        all.add(alloca.memref());
      }
    });
    launch.walk(op -> {
      Set<Value> buffers = byOtherPath(op);
      if (!buffers.isEmpty()) {
        async.put(op, buffers);
        concerned.addAll(buffers);
      }
    });
    launch.walk(op -> {
      if (op instanceof ArriveNoincOp arrive) {
        handedOver
            .computeIfAbsent(arrive.array(), _ -> new LinkedHashSet<>())
            .addAll(copied(arrive, launch));
      }
    });
  }

  /** What copies write that an arrival may be for: those of its role. */
  private Set<Value> copied(Operation arrive, LaunchOp launch) {
    Operation scope = arrive;
    while (scope.parentOp() != null
        && scope.parentOp() != launch
        && !(scope.parentOp() instanceof RolesOp)) {
      scope = scope.parentOp();
    }
    Set<Value> copied = new LinkedHashSet<>();
    if (scope.block() != null) {
      scope.block().forEach(top -> top.walk(op -> copied.addAll(writtenLater(op))));
    }
    return copied;
  }

  /** The buffers that a wait for a barrier may be for, which copies of threads fill. */
  Set<Value> handedOver(Value barriers) {
    return handedOver.getOrDefault(barriers, Set.of());
  }

  /** Is there anything that fences could be for? */
  boolean isEmpty() {
    return concerned.isEmpty();
  }

  private Set<Value> byOtherPath(Operation op) {
    return switch (op) {
      case WgmmaFenceOp fence -> batch(fence);
      case WgmmaOp product ->
          roots(product.hasRegisters() ? List.of(product.b()) : List.of(product.a(), product.b()));
      case CpAsyncBulkTensorLoadOp load -> roots(List.of(load.target()));
      case CpAsyncBulkTensorStoreOp store -> roots(List.of(store.source()));
      default -> byRegions(op);
    };
  }

  /**
   * What an operation says that it accesses by the other path. One that writes the same buffer
   * itself brings the fence for that with it.
   */
  private static Set<Value> byRegions(Operation op) {
    if (!(op instanceof Accessing accessing)) {
      return Set.of();
    }
    Set<Value> found = new LinkedHashSet<>();
    Set<Value> own = new LinkedHashSet<>();
    accessing.accesses(access -> {
      Value root = sharedRoot(access);
      if (root != null && access.proxy() == Access.Proxy.ASYNC) {
        found.add(root);
      } else if (root != null && access.isWrite()) {
        own.add(root);
      }
    });
    found.removeAll(own);
    return found;
  }

  private static @Nullable Value sharedRoot(Access access) {
    BufferRegion region = access.region();
    return region != null && Space.of(region.root()) == Space.SHARED ? region.root() : null;
  }

  /** What the instructions behind a fence of registers read: nothing stands between these. */
  private Set<Value> batch(WgmmaFenceOp fence) {
    Set<Value> read = new LinkedHashSet<>();
    Operation op = fence.next();
    while (op != null && op.regionCount() == 0 && !(op instanceof WgmmaCommitGroupOp)) {
      if (op instanceof WgmmaOp) {
        read.addAll(byOtherPath(op));
      }
      op = op.next();
    }
    return read;
  }

  private Set<Value> roots(List<Value> addresses) {
    Set<Value> roots = new LinkedHashSet<>();
    for (Value address : addresses) {
      Set<Value> found = SharedRoots.of(address);
      roots.addAll(found.isEmpty() ? all : found);
    }
    return roots;
  }

  /** The buffers that an operation accesses by the other path. */
  Set<Value> asynchronous(Operation op) {
    return async.getOrDefault(op, Set.of());
  }

  /** The buffers that operations of a region access by the other path. */
  Set<Value> asynchronousIn(Region region) {
    return regions.computeIfAbsent(region, this::collect);
  }

  private Set<Value> collect(Region region) {
    Set<Value> found = new LinkedHashSet<>();
    for (Block block : region.blocks()) {
      for (Operation top : block) {
        top.walk(op -> found.addAll(asynchronous(op)));
      }
    }
    return found;
  }

  /** The buffers that an operation writes as threads do, of those that matter. */
  Set<Value> written(Operation op) {
    return written(op, false);
  }

  /** The buffers of those that it writes later, when the group of its copies is waited for. */
  Set<Value> writtenLater(Operation op) {
    return written(op, true);
  }

  private Set<Value> written(Operation op, boolean onlyLater) {
    Set<Value> written = new LinkedHashSet<>();
    if (op instanceof Accessing accessing && asynchronous(op).isEmpty()) {
      boolean[] isSomewhere = new boolean[1];
      accessing.accesses(access -> {
        boolean isLater = access.completion() == Access.Completion.ASYNC_GROUP;
        if (!access.isWrite()
            || access.proxy() != Access.Proxy.GENERIC
            || (onlyLater && !isLater)) {
          return;
        }
        Value root = sharedRoot(access);
        if (root != null) {
          written.add(root);
        } else if (access.region() == null) {
          isSomewhere[0] |= access.target().equals(SHARED);
        }
      });
      if (isSomewhere[0]) {
        addBehindAddresses(op, written);
      }
    }
    written.retainAll(concerned);
    return written;
  }

  /** An address says of which buffers it is; one that doesn't may be of any. */
  private void addBehindAddresses(Operation op, Set<Value> written) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value operand : op.operands()) {
      found.addAll(SharedRoots.of(operand));
    }
    written.addAll(found.isEmpty() ? all : found);
  }
}
