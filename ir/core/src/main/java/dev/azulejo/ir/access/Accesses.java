// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All accesses of an operation, those of the operations in its regions included. */
public record Accesses(List<Access> all, boolean unknown) {

  /** Copies the list. */
  public Accesses {
    all = List.copyOf(all);
  }

  /** Collects what an operation and everything in it accesses. */
  public static Accesses of(Operation op) {
    List<Access> found = new ArrayList<>();
    boolean[] unknown = new boolean[1];
    collect(op, found::add, unknown);
    return new Accesses(found, unknown[0]);
  }

  private static void collect(Operation op, Consumer<Access> sink, boolean[] unknown) {
    switch (op) {
      case Accessing accessing -> accessing.accesses(sink);
      case Pure _ -> {}
      case RecursiveEffects _ -> {}
      default -> unknown[0] = true;
    }
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        for (Operation nested : block) {
          collect(nested, sink, unknown);
        }
      }
    }
  }

  /** The reads. */
  public List<Access> reads() {
    return all.stream().filter(Access::isRead).toList();
  }

  /** The writes. */
  public List<Access> writes() {
    return all.stream().filter(Access::isWrite).toList();
  }

  /** Is it certain that nothing is accessed? */
  public boolean isEmpty() {
    return all.isEmpty() && !unknown;
  }

  /** May something change that others can see? */
  public boolean mayWrite() {
    return unknown || all.stream().anyMatch(Access::isWrite);
  }

  /** May an operation with these accesses be erased when its results are unused? */
  public boolean isErasableWhenUnused() {
    return !mayWrite();
  }
}
