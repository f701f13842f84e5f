// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;

/** What addresses are multiples of. */
final class Alignments {
  /** More than any instruction asks for. */
  static final long MAX = 1024;

  private Alignments() {}

  /** Is it a power of two in range? */
  static boolean isGood(long align, long max) {
    return align >= 1 && align <= max && Long.bitCount(align) == 1;
  }

  static void verify(Operation op, IntegerAttr align, Diagnostics diagnostics) {
    if (!isGood(align.longValue(), MAX)) {
      diagnostics.report(
          op.error(
              "is aligned to %d; powers of two up to %d are possible", align.longValue(), MAX));
    }
  }
}
