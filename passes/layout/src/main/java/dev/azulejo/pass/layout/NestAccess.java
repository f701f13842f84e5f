// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;

/**
 * An element that each point of a nest of loops reads or writes.
 *
 * @param op who does it
 * @param buffer of which buffer
 * @param index which one: an expression over the point a dimension, with a symbol for what is not
 *     known of it
 * @param writes whether it is written
 */
record NestAccess(Operation op, Value buffer, List<IndexExpr> index, boolean writes) {
  NestAccess {
    index = List.copyOf(index);
  }

  boolean isFragment() {
    return Space.of(buffer) == Space.FRAGMENT;
  }

  /** Is it memory that other threads see? */
  boolean isMemory() {
    Space space = Space.of(buffer);
    return space == Space.GLOBAL || space == Space.SHARED;
  }

  /** Is the index that of the point itself? */
  boolean isPoint(int rank) {
    return index.equals(IndexExpr.inputs(rank));
  }

  /** Does the element depend on the point? */
  boolean followsPoint(int rank) {
    for (IndexExpr expr : index) {
      for (int i = 0; i < rank; i++) {
        if (expr.mentions(IndexExpr.input(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Is it the same known element at all points? */
  boolean isConstant() {
    for (IndexExpr expr : index) {
      if (!(expr instanceof IndexExpr.Constant)) {
        return false;
      }
    }
    return true;
  }

  boolean isFirstElement() {
    for (IndexExpr expr : index) {
      if (!expr.isConstant(0)) {
        return false;
      }
    }
    return true;
  }
}
