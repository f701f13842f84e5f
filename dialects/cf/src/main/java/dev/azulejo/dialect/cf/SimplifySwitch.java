// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Simplifies {@code cf.switch}, one step at a time. */
final class SimplifySwitch {
  private SimplifySwitch() {}

  static boolean rewrite(SwitchOp op, Rewriter rewriter) {
    return jumpWithoutCases(op, rewriter)
        || dropCasesLikeDefault(op, rewriter)
        || decide(op, rewriter)
        || PassThrough.shorten(op, op, rewriter)
        || decideBySwitchBefore(op, rewriter);
  }

  private static void go(SwitchOp op, int successor, Rewriter rewriter) {
    Block dest = op.successors().get(successor);
    BrOp.create(rewriter.before(op), dest, op.successorOperands(successor));
    rewriter.erase(op);
  }

  private static boolean jumpWithoutCases(SwitchOp op, Rewriter rewriter) {
    if (!op.caseDestinations().isEmpty()) {
      return false;
    }
    go(op, 0, rewriter);
    return true;
  }

  /** Cases that do what would be done without them go. */
  private static boolean dropCasesLikeDefault(SwitchOp op, Rewriter rewriter) {
    List<SwitchOp.Case> kept = new ArrayList<>();
    for (SwitchOp.Case each : op.cases()) {
      boolean same =
          each.dest() == op.defaultDestination() && each.operands().equals(op.defaultOperands());
      if (!same) {
        kept.add(each);
      }
    }
    return keep(op, kept, rewriter);
  }

  private static boolean keep(SwitchOp op, List<SwitchOp.Case> kept, Rewriter rewriter) {
    if (kept.size() == op.caseDestinations().size()) {
      return false;
    }
    SwitchOp fewer =
        SwitchOp.create(
            rewriter.before(op), op.flag(), op.defaultDestination(), op.defaultOperands(), kept);
    for (NamedAttribute attribute : op.discardableAttributes()) {
      fewer.setAttribute(attribute.name(), attribute.value());
    }
    rewriter.erase(op);
    return true;
  }

  /** With a constant only one way is left. */
  private static boolean decide(SwitchOp op, Rewriter rewriter) {
    if (!(Constants.of(op.flag()) instanceof IntegerAttr known)) {
      return false;
    }
    go(op, op.successorFor(known.value()), rewriter);
    return true;
  }

  /** The only way here is one of a switch on the same value, so that much is known of it. */
  private static boolean decideBySwitchBefore(SwitchOp op, Rewriter rewriter) {
    Block here = op.block();
    List<Block> before = here == null ? List.of() : here.predecessors();
    if (before.size() != 1
        || !(before.getFirst().last() instanceof SwitchOp earlier)
        || earlier == op
        || earlier.flag() != op.flag()) {
      return false;
    }
    int way = earlier.successors().indexOf(here);
    if (way > 0) {
      BigInteger value = earlier.caseValue(way - 1);
      go(op, op.successorFor(value), rewriter);
      return true;
    }
    return dropCasesOf(earlier, op, rewriter);
  }

  /** Values that the switch before has cases for don't come here. */
  private static boolean dropCasesOf(SwitchOp earlier, SwitchOp op, Rewriter rewriter) {
    List<SwitchOp.Case> kept = new ArrayList<>();
    for (SwitchOp.Case each : op.cases()) {
      if (earlier.successorFor(each.value()) == 0) {
        kept.add(each);
      }
    }
    return keep(op, kept, rewriter);
  }
}
