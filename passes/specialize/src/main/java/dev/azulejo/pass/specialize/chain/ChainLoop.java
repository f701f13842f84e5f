// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop of a role with two products, the second of which takes what has been made of the first's:
 * its statements by the part they have in that, and what stands in the way of another schedule.
 *
 * <p>An iteration waits for operands and makes the first product ({@link #head}), releases what
 * that has read, does what leads from one product to the other, waits for more operands and makes
 * the second product, and releases what that has read.
 */
public final class ChainLoop {
  private final ForOp loop;
  private final List<Operation> head = new ArrayList<>();
  private final List<Operation> firstReleases = new ArrayList<>();
  private final List<Operation> middle = new ArrayList<>();
  private final List<Operation> waits = new ArrayList<>();
  private final List<Operation> secondReleases = new ArrayList<>();
  private final List<GemmOp> gemms = new ArrayList<>();
  private @Nullable String obstacle;

  private ChainLoop(ForOp loop) {
    this.loop = loop;
  }

  /** The chain that a loop makes, or null where it makes none. */
  public static @Nullable ChainLoop of(ForOp loop) {
    ChainLoop chain = new ChainLoop(loop);
    for (Operation op : loop.body()) {
      if (op instanceof GemmOp gemm) {
        chain.gemms.add(gemm);
      }
    }
    if (chain.gemms.size() != 2
        || !chain.gemms.stream().allMatch(ChainLoop::isBegunByNobody)
        || !chain.isChained()) {
      return null;
    }
    for (Operation op : loop.body()) {
      chain.add(op);
    }
    chain.checkProducts();
    return chain;
  }

  private static boolean isBegunByNobody(GemmOp gemm) {
    return gemm.isMadeBy(GemmOp.WGMMA) && !gemm.asynchronous();
  }

  /** Does anything but the first product use its sums? */
  private boolean isChained() {
    Set<Value> sums = Set.of(first().cRegion().root());
    for (Operation op = first().next(); op != null; op = op.next()) {
      if (touches(op, sums)) {
        return true;
      }
    }
    return false;
  }

  /** The loop. */
  public ForOp loop() {
    return loop;
  }

  /** The product that an iteration makes first. */
  public GemmOp first() {
    return gemms.getFirst();
  }

  /** The product that takes what is made of the first one's sums. */
  public GemmOp second() {
    return gemms.getLast();
  }

  /** What stands in front of the first product, waits above all. */
  List<Operation> head() {
    return head;
  }

  /** What says that the first product has read its operands. */
  List<Operation> firstReleases() {
    return firstReleases;
  }

  /** What leads from the first product to the second. */
  List<Operation> middle() {
    return middle;
  }

  /** What waits for operands of the second product. */
  List<Operation> waits() {
    return waits;
  }

  /** What says that the second product has read its operands. */
  List<Operation> secondReleases() {
    return secondReleases;
  }

  /** Why the products can't be put in another order, or null where they can. */
  public @Nullable String obstacle() {
    return obstacle;
  }

  private void add(Operation op) {
    boolean isBinding = op instanceof Pure && op.regionCount() == 0;
    if (op instanceof OrdinalOp) {
      refuse("its iterations are not counted yet");
    } else if (isBinding || op instanceof YieldOp || gemms.contains(op)) {
      return;
    } else if (op.isBeforeInBlock(first())) {
      addToHead(op);
    } else if (op.isBeforeInBlock(second())) {
      addToMiddle(op);
    } else if (op instanceof ArriveOp) {
      secondReleases.add(op);
    } else {
      refuse("'%s' follows the second product", op.name());
    }
  }

  private void addToHead(Operation op) {
    boolean fills = op instanceof FillOp fill && fill.target() == first().c();
    if (!isWait(op) && !fills) {
      refuse("'%s' stands in front of the first product", op.name());
    }
    head.add(op);
  }

  private void addToMiddle(Operation op) {
    if (op instanceof ArriveOp && middle.isEmpty()) {
      firstReleases.add(op);
      return;
    }
    if (isWait(op)) {
      waits.add(op);
      return;
    }
    Accesses accesses = Accesses.of(op);
    if (accesses.unknown()) {
      refuse("nobody knows what '%s' between the products touches", op.name());
    }
    for (Access access : accesses.all()) {
      BufferRegion region = access.region();
      Space space = region == null ? null : Space.of(region.root());
      if (space != Space.FRAGMENT && space != Space.LOCAL) {
        refuse("'%s' between the products touches what other threads see", op.name());
      }
    }
    middle.add(op);
  }

  /** Does an operation wait at barriers and do nothing else? */
  private static boolean isWait(Operation op) {
    if (op instanceof WaitOp) {
      return true;
    }
    boolean[] waits = {false, true};
    op.walk(inner -> {
      waits[0] |= inner instanceof WaitOp;
      waits[1] &= inner instanceof WaitOp || inner == op || !touchesAnything(inner);
    });
    return waits[0] && waits[1];
  }

  private static boolean touchesAnything(Operation op) {
    return !Accesses.of(op).isEmpty();
  }

  private void checkProducts() {
    Set<Value> taken = secondRegisters();
    Value sums = first().cRegion().root();
    if (taken.contains(sums)) {
      refuse("the second product takes the first one's sums as they are");
    } else if (Space.of(first().c()) != Space.FRAGMENT
        || Space.of(second().c()) != Space.FRAGMENT) {
      refuse("only products into fragments are begun without waiting");
    } else if (taken.contains(first().aRegion().root())) {
      refuse("both products have an operand in the same registers");
    } else if (!secondReleases.stream().allMatch(ChainLoop::isDeep)) {
      refuse("there is no second slot to be filled while the second product reads the first");
    }
  }

  /**
   * Can a slot still be read when the next iteration waits for its operands? Then there must be
   * another one to fill.
   */
  private static boolean isDeep(Operation release) {
    return release instanceof ArriveOp arrive
        && arrive.index().definingOp() instanceof SlotOp slot
        && slot.depth().longValue() > 1;
  }

  /** The fragments that the second product holds while it is under way. */
  private Set<Value> secondRegisters() {
    Set<Value> registers = new LinkedHashSet<>();
    registers.add(second().cRegion().root());
    if (Space.of(second().a()) == Space.FRAGMENT) {
      registers.add(second().aRegion().root());
    }
    return registers;
  }

  /**
   * What of the {@link #middle} must wait until the second product of the iteration before is over,
   * because it uses that one's registers or comes behind something that does.
   */
  List<Operation> behindSecond() {
    Set<Value> registers = secondRegisters();
    List<Operation> behind = new ArrayList<>();
    for (Operation op : middle) {
      if (touches(op, registers) || behind.stream().anyMatch(other -> conflict(other, op))) {
        behind.add(op);
      }
    }
    return behind;
  }

  private static boolean touches(Operation op, Set<Value> buffers) {
    for (Access access : Accesses.of(op).all()) {
      BufferRegion region = access.region();
      if (region != null && buffers.contains(region.root())) {
        return true;
      }
    }
    return false;
  }

  private static boolean conflict(Operation one, Operation other) {
    for (Access some : Accesses.of(one).all()) {
      for (Access more : Accesses.of(other).all()) {
        BufferRegion left = some.region();
        BufferRegion right = more.region();
        boolean same = left != null && right != null && left.root() == right.root();
        if (same && (some.isWrite() || more.isWrite())) {
          return true;
        }
      }
    }
    return false;
  }

  private void refuse(String format, Object... arguments) {
    if (obstacle == null) {
      obstacle = format.formatted(arguments);
    }
  }
}
