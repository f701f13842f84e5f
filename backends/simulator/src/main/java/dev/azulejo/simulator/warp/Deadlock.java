// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells why none of the warps of a cluster goes on. */
final class Deadlock {
  private @Nullable Diagnostic error;

  /** Warps in a row of which the same is to be said. */
  private @Nullable Warp first;

  private @Nullable Warp last;
  private String oneText = "";
  private String manyText = "";
  private String where = "";

  private Deadlock() {}

  /** The error. */
  static Diagnostic of(ClusterRun cluster) {
    var report = new Deadlock();
    for (BlockRun block : cluster.blocks()) {
      report.block(block);
    }
    for (BlockRun block : cluster.blocks()) {
      for (Warp warp : block.warps()) {
        if (warp.hasEnded()) {
          report.add(block, warp, "has ended and never comes", "have ended and never come");
        }
      }
      report.flush();
    }
    Diagnostic error = report.error;
    return error == null ? Diagnostic.error(cluster.location(), "deadlock") : error;
  }

  private void block(BlockRun block) {
    for (Warp warp : block.warps()) {
      if (!warp.hasEnded()) {
        Stall stall = warp.stall();
        String text = stall != null ? stall.text() : block.barriers().waiting(warp);
        add(block, warp, "waits " + text, "wait " + text);
      }
    }
    flush();
  }

  /** A warp goes on with those before it where the same is to be said of them. */
  private void add(BlockRun block, Warp warp, String one, String many) {
    boolean same =
        last != null
            && last.place() == warp.place()
            && last.live() == warp.live()
            && last.active() == warp.active()
            && one.equals(oneText);
    if (!same) {
      flush();
      first = warp;
    }
    last = warp;
    oneText = one;
    manyText = many;
    where =
        block.cluster().blocks().size() == 1
            ? ""
            : String.format(Locale.ROOT, " of block %d", block.number());
  }

  private void flush() {
    Warp from = first;
    Warp to = last;
    if (from == null || to == null) {
      return;
    }
    if (from == to) {
      say(to.place(), "warp %d%s %s", from.number(), where, oneText);
    } else {
      say(to.place(), "warps %d to %d%s %s", from.number(), to.number(), where, manyText);
    }
    Stall stall = to.stall();
    if (stall != null) {
      stall.notes((place, text) -> say(place, "%s", text));
    }
    int elsewhere = to.live() & ~to.active();
    if (elsewhere != 0) {
      say(to.elsewhere(), "%s of it stand here until then", Warp.describe(elsewhere));
    }
    first = null;
    last = null;
  }

  private void say(Location place, String format, Object... arguments) {
    String text = String.format(Locale.ROOT, format, arguments);
    Diagnostic sofar = error;
    error =
        sofar == null
            ? Diagnostic.error(place, "deadlock: %s", text)
            : sofar.note(place, "%s", text);
  }
}
