// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.access.Offset;
import java.util.HashMap;
import java.util.Map;

/**
 * Which iteration each stage runs at a moment, and which version of a buffer that iteration uses.
 * Each is computed once for a block of the emitted code.
 */
final class Clock {
  private record Key(Block block, long stage, long depth) {}

  private static final long ITERATION = 0;
  private static final long ORDINAL = -1;

  private final IndexMath math;
  private final Offset from;
  private final Moment moment;
  private final Offset base;
  private final Map<Key, Offset> known = new HashMap<>();

  /**
   * A clock for a moment.
   *
   * @param from the loop's first index
   * @param base what the moment's iterations are measured from
   */
  Clock(IndexMath math, Offset from, Moment moment, Offset base) {
    this.math = math;
    this.from = from;
    this.moment = moment;
    this.base = base;
  }

  /** Lets a block inside of another use what is known there of a stage. */
  void inherit(Block outer, Block inner, long stage) {
    Offset iteration = known.get(new Key(outer, stage, ITERATION));
    if (iteration != null) {
      known.put(new Key(inner, stage, ITERATION), iteration);
    }
  }

  /** The index that a stage runs. */
  Offset iteration(Inserter at, long stage) {
    return known.computeIfAbsent(
        new Key(at.block(), stage, ITERATION), _ -> math.plus(at, base, moment.iteration(stage)));
  }

  /** How many iterations of the loop come before the one that a stage runs. */
  Offset ordinal(Inserter at, long stage) {
    Key key = new Key(at.block(), stage, ORDINAL);
    Offset ordinal = known.get(key);
    if (ordinal == null) {
      ordinal =
          base.equals(from)
              ? Offset.of(moment.iteration(stage))
              : math.minus(at, iteration(at, stage), from);
      known.put(key, ordinal);
    }
    return ordinal;
  }

  /** Which of {@code depth} versions the iteration that a stage runs uses. */
  Offset slot(Inserter at, long stage, long depth) {
    Key key = new Key(at.block(), stage, depth);
    Offset slot = known.get(key);
    if (slot == null) {
      Offset ordinal = ordinal(at, stage);
      Long constant = ordinal.constant();
      slot =
          constant != null
              ? Offset.of(Math.floorMod(constant, depth))
              : Offset.of(SlotOp.create(at, math.value(ordinal), depth).result());
      known.put(key, slot);
    }
    return slot;
  }
}
