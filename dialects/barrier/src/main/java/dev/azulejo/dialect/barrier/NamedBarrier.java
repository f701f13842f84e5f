// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;

/** What barriers that have a number allow. */
final class NamedBarrier {
  private static final long MAX_NUMBER = 15;
  private static final long MAX_THREADS = 1024;
  private static final long WARP_SIZE = 32;

  private NamedBarrier() {}

  static void verify(
      Operation op, IntegerAttr number, IntegerAttr threads, Diagnostics diagnostics) {
    long count = threads.longValue();
    if (number.longValue() < 1 || number.longValue() > MAX_NUMBER) {
      diagnostics.report(
          op.error("names barrier %d; 1 to %d are possible", number.longValue(), MAX_NUMBER));
    } else if (count < WARP_SIZE || count > MAX_THREADS || count % WARP_SIZE != 0) {
      diagnostics.report(
          op.error(
              "waits for %d threads; multiples of %d up to %d are possible",
              count, WARP_SIZE, MAX_THREADS));
    }
  }
}
