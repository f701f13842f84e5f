// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.PassContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The barriers of the program that get a slot for each iteration under way: those allocated in the
 * loop, and those that the loop arrives at explicitly. An array of {@code N} becomes one of {@code
 * N * depth}; the iteration of ordinal {@code o} takes those from {@code (o mod depth) * N} on, and
 * waits for the parity of {@code o div depth}, which begins as the program's does.
 */
final class BarrierRings {
  /** A barrier array, its replacement, and the parity that each wait for it begins with. */
  private record Ring(AllocOp old, Map<Operation, Boolean> flipped) {}

  private final LoopBody body;
  private final ForOp loop;
  private final long depth;
  private final Map<Value, Ring> rings = new LinkedHashMap<>();
  private final Map<Value, Value> replacements = new LinkedHashMap<>();
  private final Map<Value, String> refusals = new LinkedHashMap<>();

  private BarrierRings(LoopBody body, long depth) {
    this.body = body;
    this.loop = body.loop();
    this.depth = depth;
  }

  static BarrierRings of(LoopBody body, List<Schedule> schedule) {
    long last = 0;
    for (Schedule place : schedule) {
      last = Math.max(last, place.stage());
    }
    ForOp loop = body.loop();
    BarrierRings rings = new BarrierRings(body, loop.depth() > 0 ? loop.depth() : last + 1);
    for (Value array : rings.candidates()) {
      rings.consider(array);
    }
    return rings;
  }

  /** How many iterations are under way at once. */
  long depth() {
    return depth;
  }

  /** How many slots each barrier of an array gets; 1 if it stays as it is. */
  long count(Value array) {
    return rings.containsKey(array) ? depth : 1;
  }

  /** Why an array stays as it is, or null where there is nothing to say. */
  @Nullable String refusal(Value array) {
    return refusals.get(array);
  }

  /** Says which arrays stay as they are although the loop arrives at them. */
  void remark(PassContext context) {
    refusals.forEach((array, reason) -> {
      Operation alloc = array.definingOp();
      if (alloc != null) {
        context
            .diagnostics()
            .report(
                loop.remark("keeps one slot a barrier for all iterations under way: %s", reason)
                    .note(alloc.location(), "the barriers"));
      }
    });
  }

  /** The arrays that are replaced. */
  Set<Value> arrays() {
    return rings.keySet();
  }

  private Set<Value> candidates() {
    Set<Value> arrays = new LinkedHashSet<>();
    for (Statement statement : body.statements()) {
      for (Access write : statement.writes()) {
        Value array = Statement.root(write);
        if (array != null && array.definingOp() instanceof AllocOp) {
          arrays.add(array);
        }
      }
    }
    return arrays;
  }

  private void consider(Value array) {
    if (!(array.definingOp() instanceof AllocOp alloc)) {
      return;
    }
    boolean isLocal = alloc.block() == loop.body();
    boolean isArrivedAt = false;
    for (Use use : array.uses()) {
      isArrivedAt |=
          use.owner() instanceof ArriveOp
              || use.owner() instanceof ArriveNoincOp
              || use.owner() instanceof ArriveExpectTxOp;
    }
    if (!isLocal && (!isArrivedAt || depth <= 1)) {
      return;
    }
    if (!isLocal && isRepeatedBehind(alloc)) {
      refusals.put(array, "the loop is executed again and again with the same barriers");
      return;
    }
    Map<Operation, Boolean> flipped = new LinkedHashMap<>();
    for (Use use : array.uses()) {
      Operation user = use.owner();
      if (!user.isInside(loop)) {
        refusals.put(array, "it is used outside of the loop too");
        return;
      }
      if (user instanceof WaitOp wait) {
        Boolean begins = FirstIterations.parity(body, wait.parity(), isLocal);
        if (begins == null) {
          refusals.put(
              array, "the parity that is waited for is not known to follow the iterations");
          return;
        }
        flipped.put(wait, begins);
      } else if (!isArrival(user)) {
        refusals.put(array, "'" + user.name() + "' can't be given another slot");
        return;
      }
    }
    rings.put(array, new Ring(alloc, flipped));
  }

  /** Does a loop around this one run it several times with what was allocated once? */
  private boolean isRepeatedBehind(AllocOp alloc) {
    Operation around = loop.parentOp();
    while (around != null && !(around instanceof LaunchOp) && alloc.parentOp() != around) {
      if (!(around instanceof IfOp)) {
        return true;
      }
      around = around.parentOp();
    }
    return false;
  }

  private static boolean isArrival(Operation op) {
    return op instanceof ArriveOp
        || op instanceof ArriveNoincOp
        || op instanceof ExpectTxOp
        || op instanceof ArriveExpectTxOp
        || op instanceof TmaCopyOp
        || op instanceof Im2colOp;
  }

  /** Makes the longer arrays. */
  void allocate() {
    rings.forEach((array, ring) -> {
      long[] counts = ring.old().counts().asLongs();
      long[] repeated = new long[Math.toIntExact(counts.length * depth)];
      for (int i = 0; i < repeated.length; i++) {
        repeated[i] = counts[i % counts.length];
      }
      AllocOp alloc = AllocOp.create(Inserter.before(ring.old()), repeated);
      for (NamedAttribute attribute : ring.old().discardableAttributes()) {
        alloc.setAttribute(attribute.name(), attribute.value());
      }
      replacements.put(array, alloc.array());
    });
  }

  /** Which operand of an operation is an array that is replaced, or -1; its index comes next. */
  private int placeOfRing(Operation op) {
    for (int i = 0; i < op.operandCount(); i++) {
      if (rings.containsKey(op.operand(i))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Gives an emitted operation its slot.
   *
   * @param original the operation that it is a copy of
   */
  void rewrite(
      Inserter at, Operation original, Operation copy, long stage, Clock clock, IndexMath math) {
    int place = placeOfRing(copy);
    if (place < 0) {
      return;
    }
    Ring ring = Objects.requireNonNull(rings.get(copy.operand(place)));
    Value replacement = Objects.requireNonNull(replacements.get(copy.operand(place)));
    long size = ring.old().counts().asLongs().length;
    Offset slot = math.times(at, clock.slot(at, stage, depth), size);
    if (size > 1) {
      Offset index = IndexMath.of(Offset.of(copy.operand(place + 1)));
      slot = math.plus(Inserter.before(copy), slot, index);
    }
    copy.setOperand(place, replacement);
    copy.setOperand(place + 1, math.value(slot));
    if (copy instanceof WaitOp) {
      boolean flipped = Boolean.TRUE.equals(ring.flipped().get(original));
      Offset ordinal = clock.ordinal(at, stage);
      Long known = ordinal.constant();
      copy.setOperand(
          2,
          known == null
              ? ParityOp.create(at, math.value(ordinal), depth, flipped).result()
              : math.constant(
                  IntegerAttr.bool(Math.floorMod(Math.floorDiv(known, depth), 2L) == 1 ^ flipped)));
    }
  }
}
