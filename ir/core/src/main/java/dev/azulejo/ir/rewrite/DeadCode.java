// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Effects;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.Terminator;

/** Operations that nobody would miss. */
public final class DeadCode {
  private DeadCode() {}

  /**
   * Is an operation without use: are its results unused, and does it change nothing that others can
   * see? Reading and allocating change nothing.
   */
  public static boolean isTriviallyDead(Operation op) {
    return op.isUnused()
        && !(op instanceof Terminator)
        && !(op instanceof Symbol)
        && changesNothing(op);
  }

  /** Is it certain that neither an operation nor what is in it writes? */
  private static boolean changesNothing(Operation op) {
    if (!(op instanceof Effects effects)) {
      return false;
    }
    boolean quiet =
        switch (effects) {
          case Pure _ -> true;
          case RecursiveEffects _ -> true;
          case UnknownEffects _ -> false;
          case Accessing accessing -> !writes(accessing);
        };
    if (!quiet) {
      return false;
    }
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        for (Operation nested : block) {
          if (!changesNothing(nested)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean writes(Accessing op) {
    boolean[] found = new boolean[1];
    op.accesses((Access access) -> found[0] |= access.isWrite());
    return found[0];
  }
}
