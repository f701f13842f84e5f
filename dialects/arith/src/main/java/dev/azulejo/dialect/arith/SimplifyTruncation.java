// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.Rewriter;
import java.math.BigInteger;

/** Truncations that cut off only what an extension or a shift brought in. */
final class SimplifyTruncation {
  private SimplifyTruncation() {}

  static boolean rewrite(TruncIOp op, Rewriter rewriter) {
    Type type = op.out().type();
    int width = Widths.of(type);
    return switch (op.in().definingOp()) {
      case ExtSIOp extension when Widths.of(extension.in().type()) < width -> {
        rewriter.replace(op, ExtSIOp.create(rewriter.before(op), extension.in(), type));
        yield true;
      }
      case ExtUIOp extension when Widths.of(extension.in().type()) < width -> {
        rewriter.replace(op, ExtUIOp.create(rewriter.before(op), extension.in(), type));
        yield true;
      }
      case ShRSIOp shift when leavesUpperBits(shift, width) -> {
        Inserter at = rewriter.before(op);
        Value shifted = ShRUIOp.create(at, shift.lhs(), shift.rhs()).result();
        // With zeros above it, what was a negative number does not fit any more.
        OverflowAttr flags = new OverflowAttr(false, op.overflowFlags().noUnsignedWrap());
        rewriter.replace(op, TruncIOp.create(at, shifted, type, flags));
        yield true;
      }
      case null, default -> false;
    };
  }

  private static boolean leavesUpperBits(ShRSIOp shift, int width) {
    int distance = Widths.of(shift.lhs().type()) - width;
    return BigInteger.valueOf(distance).equals(Known.integer(shift.rhs()));
  }
}
