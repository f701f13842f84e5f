// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.ThreadRange;
import dev.azulejo.ir.layout.expr.IndexExpr;
import org.jspecify.annotations.Nullable;

/** What is checked of the layouts on operations. */
final class LayoutRules {
  private LayoutRules() {}

  /** Reports a layout of a buffer that is not for it. */
  static void verifyBuffer(
      Operation op, LayoutAttr layout, MemRefType type, Diagnostics diagnostics) {
    if (!layout.fits(type) && !layout.fitsPartOf(type)) {
      diagnostics.report(
          op.error(
              "has a layout for %s, which is neither the shape of the buffer nor that of its last"
                  + " dimensions",
              layout.placement().inputShape()));
      return;
    }
    boolean isSpread = Space.of(type) == Space.FRAGMENT;
    switch (layout.placement()) {
      case Layout _ -> {
        if (isSpread) {
          diagnostics.report(op.error("is a fragment; its layout must say which threads it is in"));
        }
      }
      case Fragment fragment -> {
        if (isSpread) {
          verifyThreads(op, fragment, diagnostics);
        } else {
          diagnostics.report(op.error("is no fragment; its layout can't say threads"));
        }
      }
    }
  }

  /** Reports a fragment with more threads than the block around it, or than it says itself. */
  static void verifyThreads(Operation op, Fragment fragment, Diagnostics diagnostics) {
    Long used = constant(fragment.threads());
    ThreadRange range = fragment.range();
    LaunchOp launch = op.enclosing(LaunchOp.class);
    if (used == null) {
      return;
    }
    if (range != null && used > range.length()) {
      diagnostics.report(
          op.error("has a layout of %d threads, but for those from %s", used, range.toString()));
    } else if (launch != null) {
      long threads = launch.threads().longValue();
      long end = range == null ? used : range.end();
      if (end > threads) {
        diagnostics.report(
            op.error("has a layout of %d threads, but the block has %d", end, threads)
                .note(launch.location(), "the block"));
      }
    }
  }

  private static @Nullable Long constant(IndexExpr expr) {
    return expr instanceof IndexExpr.Constant(long value) ? Long.valueOf(value) : null;
  }
}
