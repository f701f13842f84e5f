// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.analysis.Dominance;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import org.jspecify.annotations.Nullable;

/** Checks that what an operation uses is there, and that it may be seen from where it is used. */
final class DominanceVerifier {
  private final Dominance dominance = new Dominance();
  private final Operation root;
  private final Report report;

  private DominanceVerifier(Operation root, Report report) {
    this.root = root;
    this.report = report;
  }

  /** Checks what is in {@code root}, except for what is in isolated operations in it. */
  static boolean verify(Operation root, Report report) {
    DominanceVerifier verifier = new DominanceVerifier(root, report);
    if (root instanceof IsolatedFromAbove) {
      for (Region region : root.regions()) {
        if (!verifier.verifyIsolation(region, region)) {
          return false;
        }
      }
    }
    return verifier.verifyNested(root);
  }

  private boolean verifyIsolation(Region border, Region region) {
    for (Block block : region.blocks()) {
      for (Operation op : block) {
        for (int i = 0; i < op.operandCount(); i++) {
          Block from = op.operand(i).parentBlock();
          if (from != block && !isInside(from, border)) {
            Diagnostic error = op.error("using value defined outside the region");
            return report.failWith(
                op, error.note(root.location(), "required by region isolation constraints"));
          }
        }
        if (op.regionCount() == 0 || op instanceof IsolatedFromAbove) {
          continue;
        }
        for (Region nested : op.regions()) {
          if (!verifyIsolation(border, nested)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isInside(@Nullable Block block, Region border) {
    Region region = block == null ? null : block.region();
    return region != null && region.isInside(border);
  }

  private boolean verifyNested(Operation parent) {
    for (Region region : parent.regions()) {
      for (Block block : region.blocks()) {
        boolean reachable = dominance.isReachable(block);
        for (Operation op : block) {
          if (reachable && !verifyOperands(op, block)) {
            return false;
          }
          if (op.regionCount() > 0 && !(op instanceof IsolatedFromAbove) && !verifyNested(op)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean verifyOperands(Operation op, Block block) {
    for (int i = 0; i < op.operandCount(); i++) {
      Value value = op.operand(i);
      // Most operands come from their own block; arguments of it need no look at all.
      boolean own = value instanceof BlockArgument argument && argument.owner() == block;
      if (!own && !dominance.properlyDominates(value, op)) {
        return refuse(op, block, i, value);
      }
    }
    return true;
  }

  private boolean refuse(Operation op, Block block, int index, Value value) {
    Diagnostic error =
        Diagnostic.error(op.location(), "operand #%d does not dominate this use", index);
    return report.failWith(
        op,
        switch (value) {
          case OpResult result ->
              error.note(
                  result.location(),
                  "operand defined here (op %s)",
                  relation(block, result.parentBlock()));
          case BlockArgument argument -> {
            Region region = argument.owner().region();
            Operation holder = argument.owner().parentOp();
            yield error.note(
                holder == null ? Location.unknown() : holder.location(),
                "operand defined as a block argument (block #%d %s)",
                region == null ? 0 : region.blocks().indexOf(argument.owner()),
                argumentRelation(block, argument.owner()));
          }
        });
  }

  private static String relation(Block user, @Nullable Block definer) {
    Region inner = user.region();
    Region outer = definer == null ? null : definer.region();
    if (user == definer) {
      return "in the same block";
    }
    if (inner == outer) {
      return "in a block in the same region";
    }
    return regionRelation(inner, outer, "is ");
  }

  private static String argumentRelation(Block user, Block definer) {
    Region inner = user.region();
    Region outer = definer.region();
    return inner == outer ? "in the same region" : regionRelation(inner, outer, "");
  }

  private static String regionRelation(
      @Nullable Region user, @Nullable Region definer, String verb) {
    if (user != null && definer != null && user.isInside(definer)) {
      return "in a parent region";
    }
    if (user != null && definer != null && definer.isInside(user)) {
      return "in a child region";
    }
    return verb + "neither in a parent nor in a child region";
  }
}
