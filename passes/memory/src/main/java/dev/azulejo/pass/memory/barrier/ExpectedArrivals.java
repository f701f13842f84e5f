// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierExpectTxOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.trait.Terminator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expectations of bytes, each with the arrival behind the copies that bring them. */
public final class ExpectedArrivals {
  private ExpectedArrivals() {}

  /** Collects the blocks in which bytes are expected. */
  public static void blocks(Operation root, Set<Block> blocks) {
    root.walk(op -> {
      if (op instanceof MbarrierExpectTxOp && op.block() != null) {
        blocks.add(op.block());
      }
    });
  }

  /**
   * Makes one instruction of both where that is the same.
   *
   * @return how often
   */
  public static int fuse(Block block) {
    int count = 0;
    Operation op = block.first();
    while (op != null) {
      Operation next = op.next();
      if (op instanceof MbarrierExpectTxOp expect) {
        MbarrierArriveOp arrive = arrival(expect);
        if (arrive != null) {
          MbarrierArriveExpectTxOp.create(Inserter.before(expect), expect.barrier(), expect.bytes())
              .setAttribute("offset", expect.offset());
          next = expect.next() == arrive ? arrive.next() : expect.next();
          expect.erase();
          arrive.erase();
          count++;
        }
      }
      op = next;
    }
    return count;
  }

  /** The arrival at a barrier behind copies that bring what is expected of it, or null. */
  private static @Nullable MbarrierArriveOp arrival(MbarrierExpectTxOp expect) {
    BarrierWord word = BarrierWord.of(expect.barrier(), expect.offset().longValue());
    boolean loads = false;
    for (Operation op = expect.next(); op != null; op = op.next()) {
      if (op instanceof MbarrierArriveOp arrive) {
        boolean isSame = BarrierWord.of(arrive.barrier(), arrive.offset().longValue()).equals(word);
        boolean isPlain = arrive.guard().isEmpty() && arrive.state().isUnused();
        return isSame && isPlain && loads ? arrive : null;
      }
      boolean isLoad = loads(op, word);
      if (!isLoad && !isNeutral(op)) {
        return null;
      }
      loads |= isLoad;
    }
    return null;
  }

  private static boolean isNeutral(Operation op) {
    return op.regionCount() == 0
        && (op instanceof FenceProxyAsyncOp || op instanceof Pure)
        && !(op instanceof Terminator);
  }

  /** Is it a copy that completes on a barrier, or a loop of such and of nothing else? */
  private static boolean loads(Operation op, BarrierWord word) {
    if (op instanceof CpAsyncBulkTensorLoadOp load) {
      return BarrierWord.of(load.barrier(), 0).equals(word);
    }
    if (!(op instanceof ForOp loop)) {
      return false;
    }
    boolean any = false;
    for (Operation inside : loop.body()) {
      boolean isLoad = loads(inside, word);
      if (!isLoad && !isNeutral(inside) && !(inside instanceof Terminator)) {
        return false;
      }
      any |= isLoad;
    }
    return any;
  }
}
