// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.BarrierArrayType;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.LoopLike;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Loops of a launch that run equally often, a number that is fixed but that nothing else depends
 * on: they are right for any number if they are for all that matter.
 *
 * @param count how often they run
 * @param loops the loops
 * @param isInner has none of them another loop in it that has to be gone through?
 * @param mayBeEmpty does nothing behind them need an iteration?
 */
record LoopFamily(long count, List<ForOp> loops, boolean isInner, boolean mayBeEmpty) {

  /** The families of a launch. */
  static List<LoopFamily> of(LaunchOp launch, Relevance relevance) {
    Map<Long, List<ForOp>> byCount = new TreeMap<>();
    launch.walk(op -> {
      if (op instanceof ForOp loop && relevance.isWalked(loop)) {
        Long upper = constant(loop.upperBound());
        boolean isPlain =
            Long.valueOf(0).equals(constant(loop.lowerBound()))
                && Long.valueOf(1).equals(constant(loop.step()));
        boolean usesRings = !rings(List.of(loop)).isEmpty() && !fillsOthers(loop, relevance);
        if (isPlain && usesRings && upper != null && upper > 0) {
          byCount.computeIfAbsent(upper, _ -> new ArrayList<>()).add(loop);
        }
      }
    });
    List<LoopFamily> families = new ArrayList<>();
    byCount.forEach((count, loops) -> {
      if (loops.stream().noneMatch(LoopFamily::asksForItsEnd)) {
        Use outside = null;
        boolean isFree = true;
        for (Value ring : rings(loops)) {
          for (Use use : ring.uses()) {
            if (!isIn(use.owner(), loops) && use.owner().isInside(launch)) {
              outside = use;
              isFree &= follows(use.owner(), ring, loops, relevance);
            }
          }
        }
        if (isFree) {
          boolean isInner = loops.stream().noneMatch(loop -> hasLoops(loop, relevance));
          families.add(new LoopFamily(count, loops, isInner, outside == null));
        }
      }
    });
    return families;
  }

  private static boolean hasLoops(ForOp loop, Relevance relevance) {
    boolean[] found = new boolean[1];
    loop.walk(op -> found[0] |= op != loop && op instanceof LoopLike && relevance.isWalked(op));
    return found[0];
  }

  private static @Nullable Long constant(Value value) {
    return value.definingOp() instanceof ConstantOp constant
            && constant.value() instanceof IntegerAttr number
        ? number.longValue()
        : null;
  }

  /** Does a loop compare its index with more than its beginning, or bound others by it? */
  private static boolean asksForItsEnd(ForOp loop) {
    for (Use use : loop.region().entry().argument(0).uses()) {
      Operation user = use.owner();
      if (user instanceof CmpIOp compare) {
        Value other = compare.lhs() == use.value() ? compare.rhs() : compare.lhs();
        if (!Long.valueOf(0).equals(constant(other))) {
          return true;
        }
      } else if (user.regionCount() > 0 && !(user instanceof LoadOp)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Operation op, List<ForOp> loops) {
    return loops.stream().anyMatch(op::isInside);
  }

  /** The barriers and buffers in shared memory that loops use. */
  private static Set<Value> rings(List<ForOp> loops) {
    Set<Value> rings = new LinkedHashSet<>();
    for (ForOp loop : loops) {
      loop.walk(op -> {
        for (Value operand : op.operands()) {
          if (operand.type() instanceof BarrierArrayType
              || (Space.of(operand) == Space.SHARED && isDivided(operand))) {
            rings.add(operand);
          }
        }
      });
    }
    return rings;
  }

  /** Does a loop fill what is no ring, for those behind it? */
  private static boolean fillsOthers(ForOp loop, Relevance relevance) {
    for (Access write : relevance.accesses(loop).writes()) {
      BufferRegion region = write.region();
      if (region != null
          && Space.of(region.root()) == Space.SHARED
          && !isDivided(region.root())
          && Relevance.users(region.root()).stream().anyMatch(user -> !user.isInside(loop))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDivided(Value buffer) {
    return Memory.slots(BufferRegion.rootOf(buffer)) > 1;
  }

  /** Does something behind loops use a ring at a place that the loops hand over? */
  private static boolean follows(Operation op, Value ring, List<ForOp> loops, Relevance relevance) {
    if (ring.type() instanceof BarrierArrayType) {
      for (Value operand : op.operands()) {
        if (operand != ring && !isHandedOver(operand, loops)) {
          return false;
        }
      }
      return true;
    }
    for (Access access : relevance.accesses(op).all()) {
      BufferRegion region = access.region();
      if (region != null && region.buffer() == ring) {
        boolean isHanded =
            !region.isWhole()
                && region.offsets().getFirst() instanceof Offset.Dynamic(Value slot)
                && isHandedOver(slot, loops);
        if (!isHanded) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isHandedOver(Value value, List<ForOp> loops) {
    return value instanceof OpResult result && loops.contains(result.owner());
  }
}
