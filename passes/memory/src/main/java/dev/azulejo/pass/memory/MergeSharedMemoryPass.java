// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.memory.arena.Lifetimes;
import dev.azulejo.pass.memory.arena.Packing;
import dev.azulejo.pass.memory.arena.Tenant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the buffers that a block has in shared memory into one arena, in which buffers that no
 * statement needs together share bytes. A buffer is needed from the first statement of the launch
 * that accesses it to the last one, with all its versions, and one that is copied to asynchronously
 * until the copies have been waited for; one that bulk copies or matrix instructions access by
 * themselves is needed always, and so are barriers. Where sharing makes the arena no smaller,
 * nothing is shared: it would ask for barriers and give nothing for them.
 *
 * <p>Requires buffers in shared memory as {@code memref.alloca}. Gives {@code ptx.offset} on each:
 * its place, a multiple of its alignment and of 16. Who shares bytes has to wait for each other,
 * which {@code insert-thread-sync} sees to behind this pass. Leaves alone: launches with one
 * buffer, and those in which a buffer has a place or no static size.
 */
@PassDef(
    name = "merge-shared-memory",
    anchor = "func.func",
    summary = "Give buffers in shared memory their places, and the same to some",
    from = Rung.THREAD,
    downTo = Rung.THREAD)
public final class MergeSharedMemoryPass implements Pass {

  /** What can be chosen. */
  public record Options(
      @Help(
              value = "let buffers that are not needed at the same time share bytes",
              defaultValue = "true")
          boolean reuse) {}

  private static final Statistic SAVED =
      new Statistic("num-bytes-saved", "Number of bytes that buffers share with others");

  private static final long USUAL = 16;

  private final Options options;

  /** The pass with given options. */
  public MergeSharedMemoryPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    boolean changed = false;
    for (LaunchOp launch : launches) {
      changed |= merge(launch, context);
    }
    return Change.of(changed);
  }

  private boolean merge(LaunchOp launch, PassContext context) {
    List<AllocaOp> buffers = buffers(launch);
    if (buffers.size() < 2) {
      return false;
    }
    Lifetimes lifetimes = new Lifetimes(launch);
    List<Tenant> tenants = new ArrayList<>();
    for (AllocaOp buffer : buffers) {
      long bytes = bytes(buffer);
      if (bytes < 0 || SharedPlace.of(buffer) != null) {
        return false;
      }
      long align = buffer.alignment().map(IntegerAttr::longValue).orElse(USUAL);
      tenants.add(lifetimes.of(buffer.memref(), bytes, Math.max(USUAL, align)));
    }
    Packing plain = Packing.sequential(tenants);
    Packing packing = options.reuse() ? Packing.sharing(tenants) : plain;
    if (!packing.fits(tenants)) {
      throw new CompilerBug("buffers in shared memory lie on each other");
    }
    for (int i = 0; i < buffers.size(); i++) {
      SharedPlace.set(buffers.get(i), packing.places().get(i));
    }
    report(launch, buffers.size(), plain.bytes(), packing.bytes(), context);
    return true;
  }

  private void report(LaunchOp launch, int count, long before, long after, PassContext context) {
    context.count(SAVED, before - after);
    String asked = "%d bytes of shared memory for %d buffers".formatted(before, count);
    Decision decision = Decision.about(launch, "memory", asked, after + " bytes");
    context.decide(
        after < before || !options.reuse()
            ? decision
            : decision.because("buffers that could share bytes would need no fewer"));
  }

  private static List<AllocaOp> buffers(LaunchOp launch) {
    List<AllocaOp> buffers = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof AllocaOp alloca && Space.of(alloca.memref()) == Space.SHARED) {
        buffers.add(alloca);
      }
    });
    return buffers;
  }

  /** How many bytes a buffer has, or a negative number where that is not known. */
  private static long bytes(AllocaOp alloca) {
    return alloca.memref().type() instanceof MemRefType type
            && type.hasStaticShape()
            && type.layout() == null
            && (type.elementType() instanceof FloatType
                || type.elementType() instanceof IntegerType)
        ? Math.ceilDiv(type.bitSize(), Byte.SIZE)
        : -1;
  }
}
