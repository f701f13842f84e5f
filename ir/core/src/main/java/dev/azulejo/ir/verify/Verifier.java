// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.NoTerminator;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks an operation and all that is in it: what its schema says, its traits, its own checks, its
 * regions, the checks that need those, and dominance last. A region is left at its first bad
 * operation; operations that are isolated from above are checked each on its own.
 */
public final class Verifier {
  private final Report report;

  private Verifier(Report report) {
    this.report = report;
  }

  /** Checks without dialects' say on foreign operations, and shows no operations. */
  public static boolean verify(Operation root, Diagnostics diagnostics) {
    return verify(root, null, null, diagnostics);
  }

  /**
   * Checks an operation and reports what is wrong.
   *
   * @param dialects who checks the attributes of their name on foreign operations, or null
   * @param text prints the operation that an error is about, in generic form; null for no such note
   * @return whether all is well
   */
  public static boolean verify(
      Operation root,
      @Nullable Dialects dialects,
      @Nullable Function<Operation, String> text,
      Diagnostics diagnostics) {
    return new Verifier(new Report(diagnostics, dialects, text)).verifyIsolated(root);
  }

  private boolean verifyIsolated(Operation root) {
    return verifyOp(root) && DominanceVerifier.verify(root, report);
  }

  private boolean verifyOp(Operation op) {
    if (!AttributeVerifier.verifyDiscardable(op, report)) {
      return false;
    }
    if (op.schema().isRegistered() && !verifyDeclaration(op)) {
      return false;
    }
    if (op instanceof Verified verified) {
      Diagnostics own = report.about(op);
      verified.verify(own);
      if (own.hasErrors()) {
        return false;
      }
    }
    return verifyRegions(op);
  }

  private boolean verifyDeclaration(Operation op) {
    return SchemaVerifier.verifyCounts(op, report)
        && TraitVerifier.verifyBlocks(op, report)
        && SchemaVerifier.verifyContents(op, report)
        && TraitVerifier.verify(op, report);
  }

  private boolean verifyRegions(Operation op) {
    List<Operation> isolated = new ArrayList<>(0);
    for (Region region : op.regions()) {
      if (!verifyRegion(op, region, isolated)) {
        return false;
      }
    }
    boolean valid = true;
    for (Operation nested : isolated) {
      valid &= verifyIsolated(nested);
    }
    if (!valid) {
      return false;
    }
    if (op.schema().isRegistered() && !TraitVerifier.verifyRegions(op, report)) {
      return false;
    }
    if (op instanceof RegionVerified verified) {
      Diagnostics own = report.about(op);
      verified.verifyRegions(own);
      return !own.hasErrors();
    }
    return true;
  }

  private boolean verifyRegion(Operation op, Region region, List<Operation> isolated) {
    if (region.isEmpty()) {
      return true;
    }
    for (Block block : region.blocks()) {
      for (Block successor : block.successors()) {
        if (successor == region.entry()) {
          report
              .diagnostics()
              .error(op.location(), "entry block of region may not have predecessors");
          return false;
        }
      }
    }
    for (Block block : region.blocks()) {
      if (!verifyBlock(op, block, isolated)) {
        return false;
      }
    }
    return true;
  }

  private boolean verifyBlock(Operation parent, Block block, List<Operation> isolated) {
    boolean mayLackTerminator = mayLackTerminator(parent, block);
    Operation last = block.last();
    if (last == null) {
      if (!mayLackTerminator) {
        report.diagnostics().error(parent.location(), "empty block: expect at least a terminator");
      }
      return mayLackTerminator;
    }
    for (Operation op : block) {
      if (op != last && !op.successors().isEmpty()) {
        return report.failPlain(
            op, "operation with block successors must terminate its parent block");
      }
      if (op instanceof IsolatedFromAbove) {
        isolated.add(op);
      } else if (!verifyOp(op)) {
        return false;
      }
    }
    for (Block successor : last.successors()) {
      if (successor.region() != block.region()) {
        return report.failPlain(last, "reference to block defined in another region");
      }
    }
    if (!mayLackTerminator && !mayTerminate(last)) {
      return report.failPlain(last, "block with no terminator, has %s", report.show(last));
    }
    return true;
  }

  private static boolean mayTerminate(Operation op) {
    return op instanceof Terminator || !op.schema().isRegistered();
  }

  private static boolean mayLackTerminator(Operation parent, Block block) {
    Region region = block.region();
    return region != null
        && region.blocks().size() == 1
        && (parent instanceof NoTerminator || !parent.schema().isRegistered());
  }
}
