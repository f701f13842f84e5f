// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which products may be under way, the latest first: at each place those that may have been begun
 * there on one of the ways to it.
 */
final class GemmWaits {
  /** Nobody has more products under way: a loop begins them, and nothing in it waits. */
  private static final int MOST = 64;

  private final Diagnostics diagnostics;
  private final Set<Operation> told = new HashSet<>();
  private List<Set<GemmOp>> pending = new ArrayList<>();

  GemmWaits(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Follows all that a role does, to its end. */
  void verify(Block role) {
    follow(role);
    end();
  }

  /** Reports what is under way when nothing comes any more. */
  void end() {
    for (Set<GemmOp> group : pending) {
      for (GemmOp gemm : group) {
        if (told.add(gemm)) {
          diagnostics.report(gemm.error("is begun, but may be under way when all else is over"));
        }
      }
    }
  }

  private void follow(Block block) {
    for (Operation op : block) {
      follow(op);
    }
  }

  /** Follows what one operation does. */
  void follow(Operation op) {
    switch (op) {
      case WaitGemmOp wait -> {
        int left = (int) Math.min(wait.pending().longValue(), pending.size());
        pending = new ArrayList<>(pending.subList(0, left));
      }
      case GemmOp gemm when gemm.asynchronous() -> begin(gemm);
      case IfOp branch -> {
        List<Set<GemmOp>> before = pending;
        follow(branch.thenBlock());
        List<Set<GemmOp>> then = pending;
        pending = before;
        Block otherwise = branch.elseBlock();
        if (otherwise != null) {
          follow(otherwise);
        }
        pending = joined(then, pending);
      }
      case LoopLike loop -> follow(loop);
      default -> check(op);
    }
  }

  private void follow(LoopLike loop) {
    followQuestion(loop);
    List<Set<GemmOp>> before = pending;
    while (true) {
      pending = before;
      follow(loop.body());
      followQuestion(loop);
      List<Set<GemmOp>> after = joined(before, pending);
      if (after.equals(before) || after.size() > MOST) {
        pending = after;
        return;
      }
      before = after;
    }
  }

  /** What a loop does before it decides whether to go on. */
  private void followQuestion(LoopLike loop) {
    if (loop instanceof WhileOp asking) {
      follow(asking.before().entry());
    }
  }

  private void begin(GemmOp gemm) {
    check(gemm);
    List<Set<GemmOp>> now = new ArrayList<>();
    now.add(Set.of(gemm));
    now.addAll(pending);
    pending = now;
    if (now.size() > MOST && told.add(gemm)) {
      diagnostics.report(gemm.error("is begun again and again, and nothing waits for it"));
    }
  }

  /** Reports an operation that uses registers of what may be under way. */
  private void check(Operation op) {
    if (pending.isEmpty() || told.contains(op)) {
      return;
    }
    for (Access access : Accesses.of(op).all()) {
      BufferRegion region = access.region();
      if (region == null || Space.of(region.root()) != Space.FRAGMENT) {
        continue;
      }
      for (Set<GemmOp> group : pending) {
        for (GemmOp gemm : group) {
          if (disturbs(op, access, region.root(), gemm) && told.add(op)) {
            diagnostics.report(
                op.error("uses registers of a product that may still be under way")
                    .note(gemm.location(), "the product is begun here"));
            return;
          }
        }
      }
    }
  }

  private static boolean disturbs(Operation op, Access access, Value root, GemmOp gemm) {
    if (access.isWrite() && gemm.aRegion().root() == root) {
      return true;
    }
    boolean addsToo =
        op instanceof GemmOp other && other.asynchronous() && other.cRegion().root() == root;
    return gemm.cRegion().root() == root && !addsToo;
  }

  private static List<Set<GemmOp>> joined(List<Set<GemmOp>> one, List<Set<GemmOp>> other) {
    List<Set<GemmOp>> both = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      Set<GemmOp> group = new LinkedHashSet<>();
      group.addAll(i < one.size() ? one.get(i) : Set.of());
      group.addAll(i < other.size() ? other.get(i) : Set.of());
      both.add(group);
    }
    return both;
  }
}
