// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.IdentityHashMap;
import java.util.Map;

/** The facts found so far about the operations under one root, until something changes them. */
final class Analyses {
  private final Map<Operation, Map<Analysis<?>, Object>> known = new IdentityHashMap<>();

  /** The facts about an operation, computed if they aren't known. */
  @SuppressWarnings("unchecked") // An analysis maps to what its own function returned.
  <A> A of(Operation op, Analysis<A> analysis, PassObserver observer) {
    Map<Analysis<?>, Object> facts = known.computeIfAbsent(op, _ -> new IdentityHashMap<>());
    Object found = facts.get(analysis);
    if (found == null) {
      observer.beforeAnalysis(analysis.name(), op);
      found = analysis.compute().apply(op);
      observer.afterAnalysis(analysis.name(), op);
      facts.put(analysis, found);
    }
    return (A) found;
  }

  /** Forgets everything. */
  void clear() {
    known.clear();
  }
}
