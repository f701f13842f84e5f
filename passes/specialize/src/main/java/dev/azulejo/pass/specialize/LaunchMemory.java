// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Effects;
import dev.azulejo.ir.access.UnknownEffects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who writes which buffer in a launch. */
final class LaunchMemory {
  private final Map<Value, List<Operation>> writers = new LinkedHashMap<>();
  private @Nullable Operation unknown;

  private LaunchMemory() {}

  static LaunchMemory of(LaunchOp launch) {
    LaunchMemory memory = new LaunchMemory();
    launch.walk(memory::note);
    return memory;
  }

  private void note(Operation op) {
    if (op instanceof Accessing accessing) {
      accessing.accesses(access -> {
        BufferRegion region = access.region();
        if (region != null && access.isWrite()) {
          List<Operation> all = writers.computeIfAbsent(region.root(), _ -> new ArrayList<>());
          if (all.isEmpty() || all.getLast() != op) {
            all.add(op);
          }
        }
      });
    } else if (unknown == null && mayDoAnything(op)) {
      unknown = op;
    }
  }

  /** May it write what nobody says? Those that only wait for others don't. */
  private static boolean mayDoAnything(Operation op) {
    boolean isWait =
        op instanceof WaitGroupOp || op instanceof CommitGroupOp || op instanceof SyncOp;
    return !isWait && (op instanceof UnknownEffects || !(op instanceof Effects));
  }

  /** An operation that may write anything, or null. */
  @Nullable Operation unknown() {
    return unknown;
  }

  /** The operations that write a buffer, in order. */
  List<Operation> writers(Value root) {
    return writers.getOrDefault(root, List.of());
  }

  /** Can what an access reads be read at any time, by anybody, with the same outcome? */
  boolean isConstant(Access access) {
    BufferRegion region = access.region();
    return region != null
        && access.isRead()
        && Space.of(region.root()) == Space.GLOBAL
        && unknown == null
        && writers(region.root()).isEmpty();
  }
}
