// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Multiprocessor;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.pass.Budget;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a kernel takes of shared memory and of registers, and how many blocks that leaves room for.
 */
final class KernelBudget {
  /** The most registers that an instruction can name. */
  private static final long MOST_REGISTERS = 255;

  /** About what addresses, indices and numbers under way take beside arrays of registers. */
  private static final long USUAL_REGISTERS = 32;

  private final LaunchOp launch;
  private final List<Budget.Share> shared = new ArrayList<>();
  private final List<Budget.Share> arrays = new ArrayList<>();
  private final List<AllocaOp> fragments = new ArrayList<>();
  private long bytes;
  private final long registers;

  private KernelBudget(LaunchOp launch) {
    this.launch = launch;
    launch.walk(op -> {
      if (op instanceof AllocaOp alloca && alloca.memref().type() instanceof MemRefType type) {
        add(alloca, type);
      }
    });
    this.registers = registers(launch.body().entry());
  }

  /** How many registers arrays take; of branches, a thread goes one way. */
  private static long registers(Block block) {
    long count = 0;
    for (Operation op : block) {
      if (op instanceof AllocaOp alloca && alloca.memref().type() instanceof MemRefType type) {
        count += "local".equals(SpaceOf.word(type)) ? registers(type) : 0;
      }
      long inside = 0;
      for (Region region : op.regions()) {
        long here = region.isEmpty() ? 0 : registers(region.entry());
        inside = op instanceof IfOp ? Math.max(inside, here) : inside + here;
      }
      count += inside;
    }
    return count;
  }

  private static long registers(MemRefType type) {
    long width = Math.max(1, Scalars.width(type.elementType()));
    return type.bitSize() / width * Math.ceilDiv(width, Integer.SIZE);
  }

  /** Accounts for a launch whose buffers have their places. */
  static void report(LaunchOp launch, String name, PassContext context) {
    Target target = Target.of(launch);
    if (target != null && target.vendor() == Target.Vendor.NVIDIA) {
      new KernelBudget(launch).report(name, target, context);
    }
  }

  private void add(AllocaOp alloca, MemRefType type) {
    String space = SpaceOf.word(type);
    if ("shared".equals(space)) {
      Long start = SharedPlace.of(alloca);
      long size = type.bitSize() / Byte.SIZE;
      long offset = start == null ? bytes : start;
      long alignment = alloca.alignment().map(IntegerAttr::longValue).orElse(1L);
      shared.add(Budget.Share.of(alloca, size, SharedPlace.versions(alloca), offset, alignment));
      bytes = Math.max(bytes, offset + size);
    } else if ("local".equals(space)) {
      arrays.add(Budget.Share.of(alloca, registers(type)));
      fragments.add(alloca);
    }
  }

  private void report(String name, Target target, PassContext context) {
    context.account(
        new Budget(
            name,
            "bytes of shared memory a block",
            bytes,
            target.sharedBytes(),
            List.of("bytes", "versions", "offset", "alignment"),
            shared));
    context.account(
        new Budget(
            name,
            "registers a thread, in arrays",
            registers,
            MOST_REGISTERS,
            List.of("registers"),
            arrays));
    occupancy(target, context);
    if (registers > MOST_REGISTERS) {
      context.diagnostics().report(tooMany());
    }
  }

  private void occupancy(Target target, PassContext context) {
    long threads = launch.threads().longValue();
    long estimate = Math.min(MOST_REGISTERS, registers + USUAL_REGISTERS);
    Multiprocessor processor = Multiprocessor.of(target);
    long byShared = processor.blocksByShared(bytes);
    long byRegisters = processor.blocksByRegisters(threads, estimate);
    long byThreads = processor.blocksByThreads(threads);
    long blocks = Math.min(byThreads, Math.min(byShared, byRegisters));
    context.decide(
        Decision.about(
                launch,
                "launch",
                threads + " threads a block",
                String.format(
                    Locale.ROOT,
                    "about %d registers a thread, %d blocks a multiprocessor of %s",
                    estimate,
                    blocks,
                    target.name()))
            .because(
                "shared memory has room for %d, registers for %d, threads for %d",
                byShared, byRegisters, byThreads));
  }

  private Diagnostic tooMany() {
    long threads = launch.threads().longValue();
    long more = threads;
    while (registers * threads > (MOST_REGISTERS - USUAL_REGISTERS) * more) {
      more *= 2;
    }
    Diagnostic warning =
        Diagnostic.warning(
            launch.location(),
            "its buffers take %d registers a thread, but a thread has %d: the rest is spilled to"
                + " memory; with %d threads instead of %d, or with smaller tiles, they would take"
                + " about %d",
            registers,
            MOST_REGISTERS,
            more,
            threads,
            registers * threads / more);
    for (int i = 0; i < fragments.size(); i++) {
      warning =
          warning.note(
              fragments.get(i).location(),
              "%d registers are for this",
              arrays.get(i).numbers().getFirst());
    }
    return warning;
  }
}
