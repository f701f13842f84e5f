// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Barriers between accesses to shared memory. Where a thread would access bytes that another one
 * has accessed since all last waited for each other, one of the two writing, all wait; and so they
 * do behind each wait for asynchronous copies. Of the barriers that are put so, those stay without
 * which two accesses would meet.
 */
public final class ThreadSync {
  /** Places that are this far apart never meet: it is more than a block has. */
  private static final long WINDOW = 1L << 20;

  private final LaunchOp launch;
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;
  private final AccessReader reader;
  private final Map<Operation, List<SharedAccess>> accesses = new LinkedHashMap<>();
  private final Pending.Scale scale;

  private ThreadSync(LaunchOp launch, Diagnostics diagnostics) {
    this.launch = launch;
    this.diagnostics = diagnostics;
    SharedBuffers buffers = new SharedBuffers(launch);
    this.evaluator = new Evaluator(launch, buffers);
    this.reader = new AccessReader(launch, buffers, evaluator);
    launch.walk(op -> {
      List<SharedAccess> all = reader.of(op);
      if (!all.isEmpty()) {
        accesses.put(op, all);
      }
    });
    this.scale = new Pending.Scale(unit(), evaluator.threads(), new Differences(WINDOW));
  }

  /**
   * Puts barriers into a launch.
   *
   * @return how many
   */
  public static int insert(LaunchOp launch, Diagnostics diagnostics) {
    return new ThreadSync(launch, diagnostics).insert();
  }

  /** Do the barriers of a launch order all accesses to shared memory that need it? */
  public static boolean isOrdered(LaunchOp launch) {
    return new ThreadSync(launch, Diagnostics.into(new ArrayList<>())).isOrdered();
  }

  private int insert() {
    BarrierWriter writer = new BarrierWriter(launch, evaluator, diagnostics);
    new SyncScan(accesses, reader, evaluator, scale, writer).run(launch.body().entry());
    int needless = 0;
    if (diagnostics.errorCount() == 0) {
      for (Operation barrier : writer.written()) {
        needless += isNeedless(barrier) ? 1 : 0;
      }
    }
    return writer.count() - needless;
  }

  /** Takes a barrier away if it is not needed beside the others. */
  private boolean isNeedless(Operation barrier) {
    Operation next = barrier.next();
    barrier.remove();
    boolean isNeedless = isOrdered();
    if (isNeedless) {
      barrier.erase();
    } else if (next != null) {
      Inserter.before(next).insert(barrier);
    }
    return isNeedless;
  }

  private boolean isOrdered() {
    if (evaluator.threads() == 1) {
      return true;
    }
    boolean[] found = new boolean[1];
    SyncScan.Waits watch =
        new SyncScan.Waits() {
          @Override
          public boolean before(Operation op, Gathering who) {
            found[0] = true;
            return false;
          }

          @Override
          public void behind(Operation op, Gathering who) {
            found[0] = true;
          }

          @Override
          public void betweenBranches(IfOp branch, Operation op) {
            found[0] = true;
          }
        };
    new SyncScan(accesses, reader, evaluator, scale, watch).run(launch.body().entry());
    return !found[0];
  }

  /** How many bytes all places, and all distances between them, are multiples of. */
  private int unit() {
    long unit = 16;
    for (List<SharedAccess> all : accesses.values()) {
      for (SharedAccess access : all) {
        unit = Sum.gcd(unit, access.width());
        unit = Sum.gcd(unit, access.shared().divisor());
        for (int thread = 0; thread < evaluator.threads(); thread++) {
          unit = Sum.gcd(unit, access.start(thread));
        }
      }
    }
    return (int) Math.max(1, unit);
  }
}
