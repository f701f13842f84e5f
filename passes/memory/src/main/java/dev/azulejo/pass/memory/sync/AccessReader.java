// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.gpu.GPUDialect;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.AtomCasOp;
import dev.azulejo.dialect.ptx.AtomOp;
import dev.azulejo.dialect.ptx.CpAsyncOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.dialect.ptx.RedOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.ptx.StmatrixOp;
import dev.azulejo.dialect.ptx.WgmmaCommitGroupOp;
import dev.azulejo.dialect.ptx.WgmmaFenceOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.trait.Terminator;
import dev.azulejo.pass.memory.sync.SharedAccess.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off operations what their threads do to shared memory. */
final class AccessReader {
  private static final Access.Resource MEMORY = new Access.Resource("shared memory");
  private static final String SHARED = "shared";
  private static final int ROW = 16;

  private final LaunchOp launch;
  private final SharedBuffers buffers;
  private final Evaluator evaluator;

  AccessReader(LaunchOp launch, SharedBuffers buffers, Evaluator evaluator) {
    this.launch = launch;
    this.buffers = buffers;
    this.evaluator = evaluator;
  }

  /** What an operation does by itself, without those in its regions. */
  List<SharedAccess> of(Operation op) {
    return switch (op) {
      case LoadOp o -> element(o, Kind.READ, o.memref(), o.indices(), o.result().type());
      case StoreOp o -> element(o, Kind.WRITE, o.memref(), o.indices(), o.value().type());
      case AtomicRMWOp o -> element(o, Kind.ATOMIC, o.memref(), o.indices(), o.value().type());
      case dev.azulejo.dialect.vector.LoadOp o ->
          element(o, Kind.READ, o.base(), o.indices(), o.result().type());
      case dev.azulejo.dialect.vector.StoreOp o ->
          element(o, Kind.WRITE, o.base(), o.indices(), o.valueToStore().type());
      case LdOp o -> {
        int width = bits(o.as(), o.values().getFirst().type()) * o.values().size();
        yield one(o, o.space(), Kind.READ, o.address(), o.offset(), width, active(o, o.guard()));
      }
      case StOp o -> {
        int width = bits(o.as(), o.values().getFirst().type()) * o.values().size();
        yield one(o, o.space(), Kind.WRITE, o.address(), o.offset(), width, active(o, o.guard()));
      }
      case AtomOp o -> atomic(o, o.space(), o.address(), o.offset(), o.operand().type());
      case AtomCasOp o -> atomic(o, o.space(), o.address(), o.offset(), o.expected().type());
      case RedOp o -> {
        int width = bits(Optional.empty(), o.operand().type());
        yield one(o, o.space(), Kind.ATOMIC, o.address(), o.offset(), width, active(o, o.guard()));
      }
      case LdmatrixOp o -> rows(o, Kind.READ, o.address(), o.offset(), o.count());
      case StmatrixOp o -> rows(o, Kind.WRITE, o.address(), o.offset(), o.count());
      case CpAsyncOp o -> {
        int bytes = Math.toIntExact(o.bytes().longValue());
        SharedAccess copy = at(o, Kind.WRITE, o.target(), o.targetOffset(), bytes).later();
        yield List.of(copy.onlyBy(active(o, o.guard())));
      }
      case WgmmaOp o -> matrices(o);
      case WgmmaFenceOp o -> batch(o);
      default -> other(op);
    };
  }

  // --- Kinds of access --------------------------------------------------------------------------

  private List<SharedAccess> element(
      Operation op, Kind kind, Value memory, List<Value> indices, Type moved) {
    SharedBuffer buffer = buffers.of(memory);
    if (buffer == null) {
      return Space.of(memory) == Space.SHARED
          ? List.of(SharedAccess.anywhere(op, kind, buffers.all()))
          : List.of();
    }
    ThreadValue start = evaluator.place(memory, MixedIndices.offsets(indices));
    long count =
        moved instanceof VectorType vector && vector.rank() == 1 && !vector.isScalable()
            ? vector.shape()[0]
            : moved instanceof VectorType ? 0 : 1;
    int width = Math.toIntExact(count * SharedBuffers.elementBits(memory) / Byte.SIZE);
    SharedAccess access =
        start == null || width == 0
            ? SharedAccess.anywhere(op, kind, buffer)
            : SharedAccess.at(op, kind, buffer, start, width);
    return List.of(access.onlyBy(active(op, Optional.empty())));
  }

  private List<SharedAccess> atomic(
      Operation op, StringAttr space, Value address, IntegerAttr offset, Type type) {
    int width = bits(Optional.empty(), type);
    return one(op, space, Kind.ATOMIC, address, offset, width, active(op, Optional.empty()));
  }

  private List<SharedAccess> one(
      Operation op,
      StringAttr space,
      Kind kind,
      Value address,
      IntegerAttr offset,
      int bits,
      boolean @Nullable [] active) {
    return switch (space.value()) {
      case SHARED -> List.of(at(op, kind, address, offset, bits / Byte.SIZE).onlyBy(active));
      case "generic" -> List.of(SharedAccess.anywhere(op, kind, buffers.all()).onlyBy(active));
      default -> List.of();
    };
  }

  private List<SharedAccess> rows(
      Operation op, Kind kind, Value address, IntegerAttr offset, int matrices) {
    boolean[] active = active(op, Optional.empty());
    boolean[] rows = new boolean[evaluator.threads()];
    for (int i = 0; i < rows.length; i++) {
      // Lanes 8 m to 8 m + 7 say where the rows of matrix m are.
      rows[i] = i % 32 < 8 * matrices && (active == null || active[i]);
    }
    return List.of(at(op, kind, address, offset, ROW).byWarps().onlyBy(rows));
  }

  private SharedAccess at(Operation op, Kind kind, Value address, IntegerAttr offset, int bytes) {
    ThreadValue start = evaluator.of(address);
    SharedBuffer buffer = start == null ? buffers.ofAddress(address) : start.buffer();
    if (start == null || buffer == null) {
      return SharedAccess.anywhere(op, kind, buffer == null ? buffers.all() : buffer);
    }
    ThreadValue moved = start.plus(ThreadValue.of(offset.longValue()));
    return SharedAccess.at(op, kind, buffer, moved, bytes);
  }

  /** What is read by the instructions behind a fence: who waits for others waits in front of it. */
  private List<SharedAccess> batch(WgmmaFenceOp fence) {
    List<SharedAccess> all = new ArrayList<>();
    Operation op = fence.next();
    while (op != null && op.regionCount() == 0 && !(op instanceof WgmmaCommitGroupOp)) {
      if (op instanceof WgmmaOp product) {
        all.addAll(matrices(product));
      }
      op = op.next();
    }
    return all;
  }

  /** What the threads of a warpgroup have matrix instructions read through descriptors. */
  private List<SharedAccess> matrices(WgmmaOp op) {
    Set<SharedBuffer> read = new LinkedHashSet<>();
    List<Value> descriptors = op.hasRegisters() ? List.of(op.b()) : List.of(op.a(), op.b());
    for (Value descriptor : descriptors) {
      Set<Value> roots = SharedRoots.of(descriptor);
      if (roots.isEmpty()) {
        read.add(buffers.all());
      }
      for (Value root : roots) {
        SharedBuffer buffer = buffers.of(root);
        read.add(buffer == null ? buffers.all() : buffer);
      }
    }
    List<SharedAccess> all = new ArrayList<>();
    for (SharedBuffer buffer : read) {
      all.add(SharedAccess.anywhere(op, Kind.READ, buffer));
    }
    return all;
  }

  private static int bits(Optional<StringAttr> as, Type type) {
    return as.map(word -> Integer.parseInt(word.value().substring(1)))
        .orElse(SharedBuffers.bits(type));
  }

  /** What other operations say that they access they may access anywhere. */
  private List<SharedAccess> other(Operation op) {
    List<SharedAccess> all = new ArrayList<>();
    if (op instanceof Accessing accessing) {
      accessing.accesses(access -> {
        Kind kind = access.isWrite() ? Kind.WRITE : Kind.READ;
        BufferRegion region = access.region();
        SharedBuffer buffer = region == null ? null : buffers.of(region.buffer());
        if (access.mode() == Access.Mode.ALLOCATE) {
          return;
        }
        if (buffer != null) {
          all.add(SharedAccess.anywhere(op, kind, buffer));
        } else if (access.target().equals(MEMORY)
            || (region != null && Space.of(region.root()) == Space.SHARED)) {
          all.add(SharedAccess.anywhere(op, kind, buffers.all()));
        }
      });
    } else if (op instanceof UnknownEffects && !(op instanceof Terminator) && !isOfThreads(op)) {
      all.add(SharedAccess.anywhere(op, Kind.WRITE, buffers.all()));
    }
    return all;
  }

  /** Is it of those that order threads and do nothing else to shared memory? */
  private static boolean isOfThreads(Operation op) {
    return op.name().startsWith(PtxDialect.NAME + ".")
        || op.name().startsWith(GPUDialect.NAME + ".");
  }

  // --- Who ---------------------------------------------------------------------------------------

  /** Which threads execute an operation, where that is known and not all do. */
  private boolean @Nullable [] active(Operation op, Optional<Value> guard) {
    boolean[] active = null;
    if (guard.isPresent()) {
      active = both(null, guard.get(), !op.hasAttribute("negated"));
    }
    return within(op, active);
  }

  /** Which threads come to an operation, of some or of all. */
  private boolean @Nullable [] within(Operation op, boolean @Nullable [] some) {
    boolean[] active = some;
    Operation inside = op;
    Operation around = op.parentOp();
    while (around != null && around != launch) {
      if (around instanceof IfOp branch && inside.block() != null) {
        active = both(active, branch.condition(), inside.block().region() == branch.thenRegion());
      }
      inside = around;
      around = around.parentOp();
    }
    return active;
  }

  /** Which threads come to the first operation of a region, or null where that is not known. */
  boolean @Nullable [] comingTo(IfOp branch, boolean then) {
    return within(branch, both(null, branch.condition(), then));
  }

  private boolean @Nullable [] both(boolean @Nullable [] some, Value condition, boolean whereTrue) {
    ThreadValue known = evaluator.of(condition);
    if (known == null || !known.isKnown()) {
      return some;
    }
    boolean[] active = new boolean[evaluator.threads()];
    for (int i = 0; i < active.length; i++) {
      active[i] = (some == null || some[i]) && (known.known(i) != 0) == whereTrue;
    }
    return active;
  }
}
