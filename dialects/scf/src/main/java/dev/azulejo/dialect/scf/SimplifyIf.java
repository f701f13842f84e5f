// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;

/** Simplifies {@code scf.if}, one step at a time. */
final class SimplifyIf {
  private SimplifyIf() {}

  static boolean rewrite(IfOp op, Rewriter rewriter) {
    return decide(op, rewriter)
        || assumeCondition(op, rewriter)
        || dropEmptyElse(op, rewriter)
        || useCommonValues(op, rewriter)
        || dropUnusedResults(op, rewriter);
  }

  /** With a constant condition only one branch is left. */
  private static boolean decide(IfOp op, Rewriter rewriter) {
    if (!(Constants.of(op.condition()) instanceof IntegerAttr decided)) {
      return false;
    }
    Block block = decided.value().signum() != 0 ? op.thenBlock() : op.elseBlock();
    if (block == null) {
      rewriter.replace(op, List.of());
      return true;
    }
    return InlineDecidedRegion.inline(op, block, List.of(), rewriter);
  }

  /** Inside of the branches the condition is known. */
  private static boolean assumeCondition(IfOp op, Rewriter rewriter) {
    boolean inThen = assume(op, op.thenRegion(), true, rewriter);
    boolean inElse = assume(op, op.elseRegion(), false, rewriter);
    return inThen || inElse;
  }

  private static boolean assume(IfOp op, Region region, boolean known, Rewriter rewriter) {
    Value condition = op.condition();
    boolean used = false;
    for (Use use : condition.uses()) {
      used |= isIn(use.owner(), region);
    }
    if (!used) {
      return false;
    }
    Value constant =
        rewriter.constant(rewriter.before(op), IntegerAttr.bool(known), IntegerType.I1);
    if (constant == null) {
      return false;
    }
    rewriter.replaceUses(condition, constant, use -> isIn(use.owner(), region));
    return true;
  }

  private static boolean isIn(Operation op, Region region) {
    Block block = op.block();
    Region inner = block == null ? null : block.region();
    return inner != null && inner.isInside(region);
  }

  private static boolean dropEmptyElse(IfOp op, Rewriter rewriter) {
    Block block = op.elseBlock();
    if (op.resultCount() > 0 || block == null || block.first() != block.last()) {
      return false;
    }
    rewriter.eraseBlocks(List.of(block));
    rewriter.modify(op, () -> {});
    return true;
  }

  /** A result that both branches take from the same value outside is that value. */
  private static boolean useCommonValues(IfOp op, Rewriter rewriter) {
    YieldOp otherwise = op.elseYield();
    if (otherwise == null) {
      return false;
    }
    boolean changed = false;
    for (int i = 0; i < op.resultCount(); i++) {
      Value yes = op.thenYield().values().get(i);
      Value no = otherwise.values().get(i);
      // What both yield is defined outside of both.
      if (op.result(i).isUnused() || yes != no) {
        continue;
      }
      rewriter.replaceAllUses(op.result(i), yes);
      changed = true;
    }
    return changed;
  }

  private static boolean dropUnusedResults(IfOp op, Rewriter rewriter) {
    YieldOp otherwise = op.elseYield();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      if (!op.result(i).isUnused()) {
        kept.add(i);
      }
    }
    if (otherwise == null || kept.size() == op.resultCount()) {
      return false;
    }
    keepOnly(op.thenYield(), kept, rewriter);
    keepOnly(otherwise, kept, rewriter);
    Region thenRegion = new Region();
    thenRegion.takeBlocks(op.thenRegion());
    Region elseRegion = new Region();
    elseRegion.takeBlocks(op.elseRegion());
    List<Type> types = kept.stream().map(i -> op.result(i).type()).toList();
    IfOp smaller = IfOp.create(rewriter.before(op), op.condition(), types, thenRegion, elseRegion);
    for (NamedAttribute attribute : op.discardableAttributes()) {
      smaller.setAttribute(attribute.name(), attribute.value());
    }
    for (int i = 0; i < kept.size(); i++) {
      rewriter.replaceAllUses(op.result(kept.get(i)), smaller.result(i));
    }
    rewriter.erase(op);
    return true;
  }

  private static void keepOnly(YieldOp yield, List<Integer> kept, Rewriter rewriter) {
    List<Value> values = yield.values();
    rewriter.modify(yield, () -> yield.setOperandGroup(0, kept.stream().map(values::get).toList()));
  }
}
