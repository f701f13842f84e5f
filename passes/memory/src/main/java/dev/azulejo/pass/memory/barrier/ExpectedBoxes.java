// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.Slot;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.trait.Terminator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same as {@link ExpectedArrivals} among operations on tiles: expectations of bytes, each with
 * the arrival behind the boxes that bring them. Which operations bring boxes, these say themselves.
 */
public final class ExpectedBoxes {
  private ExpectedBoxes() {}

  /** Collects the blocks in which bytes are expected. */
  public static void blocks(Operation root, Set<Block> blocks) {
    root.walk(op -> {
      if (op instanceof ExpectTxOp && op.block() != null) {
        blocks.add(op.block());
      }
    });
  }

  /**
   * Makes one operation of both where that is the same.
   *
   * @return how often
   */
  public static int fuse(Block block) {
    int count = 0;
    Operation op = block.first();
    while (op != null) {
      Operation next = op.next();
      ArriveOp arrive = op instanceof ExpectTxOp expect ? arrival(expect) : null;
      if (arrive != null && op instanceof ExpectTxOp expect) {
        ArriveExpectTxOp.create(
            Inserter.before(expect),
            expect.array(),
            expect.index(),
            expect.bytes().longValue(),
            Arrivers.ONE_THREAD);
        next = next == arrive ? arrive.next() : next;
        expect.erase();
        arrive.erase();
        count++;
      }
      op = next;
    }
    return count;
  }

  /** The arrival of one thread at a barrier behind boxes that bring what is expected, or null. */
  private static @Nullable ArriveOp arrival(ExpectTxOp expect) {
    BufferRegion slot = Slot.of(expect.array(), expect.index());
    boolean loads = false;
    for (Operation op = expect.next(); op != null; op = op.next()) {
      if (op instanceof ArriveOp arrive) {
        boolean isPlain =
            arrive.by().value().equals(Arrivers.ONE_THREAD) && arrive.multicast().isEmpty();
        boolean isHere = isSame(Slot.of(arrive.array(), arrive.index()), slot);
        return isHere && isPlain && loads ? arrive : null;
      }
      boolean isLoad = loads(op, slot);
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

  /** Does it bring a box that counts on a barrier, or is it a loop of such and of nothing else? */
  private static boolean loads(Operation op, BufferRegion slot) {
    if (!(op instanceof ForOp loop)) {
      return op.regionCount() == 0 && completesOn(op, slot);
    }
    boolean any = false;
    for (Operation inside : loop.body()) {
      boolean isLoad = loads(inside, slot);
      if (!isLoad && !isNeutral(inside) && !(inside instanceof Terminator)) {
        return false;
      }
      any |= isLoad;
    }
    return any;
  }

  private static boolean completesOn(Operation op, BufferRegion slot) {
    boolean[] found = new boolean[1];
    if (op instanceof Accessing accessing) {
      accessing.accesses(access ->
          found[0] |=
              access.completion() == Access.Completion.BARRIER
                  && access.barrier() != null
                  && isSame(access.barrier(), slot));
    }
    return found[0];
  }

  /** Does an operation bring a box that counts on some barrier? */
  static boolean completesOnBarrier(Operation op) {
    boolean[] found = new boolean[1];
    if (op instanceof Accessing accessing) {
      accessing.accesses(access -> found[0] |= access.completion() == Access.Completion.BARRIER);
    }
    return found[0];
  }

  private static boolean isSame(BufferRegion one, BufferRegion other) {
    if (one.buffer() != other.buffer() || one.offsets().size() != other.offsets().size()) {
      return false;
    }
    for (int i = 0; i < one.offsets().size(); i++) {
      Offset left = one.offsets().get(i);
      Offset right = other.offsets().get(i);
      boolean isEqual =
          left.equals(right)
              || (left.constant() != null && left.constant().equals(right.constant()));
      if (!isEqual) {
        return false;
      }
    }
    return true;
  }
}
