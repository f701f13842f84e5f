// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what folding finds into the IR. */
final class Folder {
  private final Rewriter rewriter;
  private final ConstantPool constants;

  Folder(Rewriter rewriter, ConstantPool constants) {
    this.rewriter = rewriter;
    this.constants = constants;
  }

  /** Folds an operation; true if something changed. */
  boolean fold(Operation op) {
    boolean sorted = op instanceof Commutative && sortOperands(op);
    if (!(op instanceof Foldable foldable)) {
      return sorted;
    }
    boolean folded =
        switch (foldable.fold()) {
          case FoldResult.Unchanged _ -> false;
          case FoldResult.InPlace _ -> {
            rewriter.modify(op, () -> {});
            yield true;
          }
          case FoldResult.Replaced replaced -> replace(op, replaced.results());
        };
    return folded || sorted;
  }

  /** Operands that may be exchanged stand with the constants last. */
  private boolean sortOperands(Operation op) {
    List<Value> sorted = new ArrayList<>();
    List<Value> constant = new ArrayList<>();
    for (Value value : op.operands()) {
      (Constants.of(value) == null ? sorted : constant).add(value);
    }
    sorted.addAll(constant);
    if (sorted.equals(op.operands())) {
      return false;
    }
    rewriter.modify(
        op,
        () -> {
          for (int i = 0; i < sorted.size(); i++) {
            op.setOperand(i, sorted.get(i));
          }
        });
    return true;
  }

  private boolean replace(Operation op, List<FoldResult.Folded> results) {
    if (results.size() != op.resultCount()) {
      throw new CompilerBug(
          "'%s' has %d results and folds to %d"
              .formatted(op.name(), op.resultCount(), results.size()));
    }
    for (FoldResult.Folded result : results) {
      // In a graph region an operation may come back to itself.
      if (result instanceof FoldResult.Folded.Existing known && known.value().definingOp() == op) {
        return false;
      }
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Value value = value(op, i, results.get(i));
      if (value == null) {
        return false;
      }
      values.add(value);
    }
    rewriter.replace(op, values);
    return true;
  }

  private @Nullable Value value(Operation op, int index, FoldResult.Folded folded) {
    Value value =
        switch (folded) {
          case FoldResult.Folded.Existing existing -> existing.value();
          case FoldResult.Folded.Constant constant -> {
            Operation made = constants.get(op, constant.value(), op.result(index).type());
            yield made == null ? null : made.result(0);
          }
        };
    if (value != null && !value.type().equals(op.result(index).type())) {
      throw new CompilerBug("'%s' folds to a value of another type".formatted(op.name()));
    }
    return value;
  }
}
