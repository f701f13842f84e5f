// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in what is written for a role, and what is known there: what stands for the values of the
 * launch, how often each ring has turned, and which slots are in use.
 *
 * @param at where to write
 * @param values what stands for the values of the launch
 * @param counts how often rings have turned whose counts are carried
 * @param slots the slots in use whose numbers are at hand
 */
record Place(
    Inserter at, ValueMapping values, Map<RingPlan, Value> counts, Map<RingPlan, Value> slots) {

  static Place at(Inserter at) {
    return new Place(at, new ValueMapping(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** A place inside of what is written here. */
  Place inside(Inserter inner) {
    return new Place(
        inner, values.branch(), new LinkedHashMap<>(counts), new LinkedHashMap<>(slots));
  }

  /** The same place, where other values stand for those of the launch. */
  Place with(ValueMapping others) {
    return new Place(at, others, counts, slots);
  }

  /** The counts of some rings. */
  List<Value> countsOf(List<RingPlan> rings) {
    return rings.stream().map(ring -> counts.get(ring)).toList();
  }

  /** Says how often some rings have turned. */
  void setCounts(List<RingPlan> rings, List<? extends Value> now) {
    for (int i = 0; i < rings.size(); i++) {
      counts.put(rings.get(i), now.get(i));
    }
  }
}
