// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.Rewriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code op(ext(x), ext(y)) = ext(op(x, y))} for operations that work bit by bit, and {@code ext(x)
 * == ext(y)} is {@code x == y}: the narrow numbers do.
 */
final class NarrowBehindExtension {
  private NarrowBehindExtension() {}

  /** Makes an operation on two numbers. */
  @FunctionalInterface
  interface Maker {
    OpResult make(Inserter at, Value lhs, Value rhs);
  }

  /** Two numbers of one type that the same extension made wider. */
  private record Narrow(Value lhs, Value rhs, boolean signed) {
    static @Nullable Narrow of(Operation op) {
      Operation left = op.operand(0).definingOp();
      Operation right = op.operand(1).definingOp();
      boolean signed = left instanceof ExtSIOp && right instanceof ExtSIOp;
      if (left == null
          || right == null
          || !(signed || (left instanceof ExtUIOp && right instanceof ExtUIOp))) {
        return null;
      }
      Value lhs = left.operand(0);
      Value rhs = right.operand(0);
      return lhs.type().equals(rhs.type()) ? new Narrow(lhs, rhs, signed) : null;
    }
  }

  static boolean rewrite(Operation op, Rewriter rewriter, Maker maker) {
    Narrow narrow = Narrow.of(op);
    if (narrow == null) {
      return false;
    }
    Inserter at = rewriter.before(op);
    OpResult made = maker.make(at, narrow.lhs(), narrow.rhs());
    Type type = op.result(0).type();
    rewriter.replace(
        op, narrow.signed() ? ExtSIOp.create(at, made, type) : ExtUIOp.create(at, made, type));
    return true;
  }

  static boolean rewrite(CmpIOp op, Rewriter rewriter) {
    CmpIPredicate comparison = op.comparison();
    if (comparison != CmpIPredicate.EQ && comparison != CmpIPredicate.NE) {
      return false;
    }
    Narrow narrow = Narrow.of(op);
    if (narrow == null) {
      return false;
    }
    rewriter.replace(
        op, CmpIOp.create(rewriter.before(op), comparison, narrow.lhs(), narrow.rhs()));
    return true;
  }
}
