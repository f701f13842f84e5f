// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses layouts where nothing prescribes them. Operations that fragments couple are decided
 * together: each of them is tried as the one that chooses first, and the attempt that leaves each
 * thread the fewest registers is taken, of equal ones the first.
 */
final class FreeSearch {
  private final Kernel kernel;

  FreeSearch(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Decides everything that is open. */
  Placements run(Placements known) throws LayoutConflict {
    Placements decided = known;
    Set<Operator> done = operators();
    for (Operator operator : kernel.operators()) {
      if (!operator.fragments().isEmpty() && !done.contains(operator)) {
        List<Operator> component = component(operator);
        done.addAll(component);
        decided = decide(component, decided);
      }
    }
    return decided;
  }

  /** A set of operations themselves, whatever they are equal to. */
  private static Set<Operator> operators() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** All operations that are coupled with one, in program order. */
  private List<Operator> component(Operator start) {
    Set<Operator> reached = operators();
    Deque<Operator> queue = new ArrayDeque<>();
    queue.add(start);
    reached.add(start);
    while (!queue.isEmpty()) {
      for (Value buffer : queue.removeFirst().fragments()) {
        for (Operator user : kernel.usersOf(buffer)) {
          if (reached.add(user)) {
            queue.add(user);
          }
        }
      }
    }
    List<Operator> sorted = new ArrayList<>();
    for (Operator operator : kernel.operators()) {
      if (reached.contains(operator)) {
        sorted.add(operator);
      }
    }
    return sorted;
  }

  private Placements decide(List<Operator> component, Placements known) throws LayoutConflict {
    if (isDecided(component, known)) {
      return known;
    }
    Placements best = null;
    long bestCost = Long.MAX_VALUE;
    List<LayoutConflict> failures = new ArrayList<>();
    for (Operator root : component) {
      try {
        Placements attempt = attempt(root, component, known.copy());
        long cost = registers(component, attempt);
        if (best == null || cost < bestCost) {
          best = attempt;
          bestCost = cost;
        }
      } catch (LayoutConflict failure) {
        failures.add(failure);
      }
    }
    if (best == null) {
      throw infeasible(component, failures);
    }
    return best;
  }

  private static boolean isDecided(List<Operator> component, Placements known) {
    for (Operator operator : component) {
      for (Value buffer : operator.fragments()) {
        if (known.of(buffer) == null) {
          return false;
        }
      }
    }
    return true;
  }

  private Placements attempt(Operator root, List<Operator> component, Placements state)
      throws LayoutConflict {
    run(root, state);
    for (Operator operator : component) {
      if (operator != root) {
        run(operator, state);
      }
    }
    for (Operator operator : component) {
      operator.check(state);
    }
    return state;
  }

  private void run(Operator operator, Placements state) throws LayoutConflict {
    Worklist worklist = new Worklist(kernel, state, Level.FREE);
    worklist.add(operator);
    worklist.run();
  }

  /** How many elements a thread holds of all fragments of the operations. */
  private static long registers(List<Operator> component, Placements state) {
    Set<Value> buffers = new LinkedHashSet<>();
    for (Operator operator : component) {
      buffers.addAll(operator.fragments());
    }
    long sum = 0;
    for (Value buffer : buffers) {
      Fragment fragment = state.fragment(buffer);
      if (fragment != null) {
        Shape places = fragment.outputShape();
        sum += places.isStatic() ? places.count() : 0;
      }
    }
    return sum;
  }

  private static LayoutConflict infeasible(
      List<Operator> component, List<LayoutConflict> failures) {
    Diagnostic first = failures.getFirst().diagnostic();
    Diagnostic error =
        component
            .getFirst()
            .op()
            .error("has no layouts that serve it and all operations that share fragments with it");
    Set<String> told = new LinkedHashSet<>();
    for (int i = 0; i < component.size(); i++) {
      String reason = failures.get(i).diagnostic().message();
      if (told.add(reason)) {
        error = error.note(component.get(i).op().location(), "if this chooses first: %s", reason);
      }
    }
    for (Diagnostic note : first.notes()) {
      error = error.note(note.location(), "%s", note.message());
    }
    return new LayoutConflict(error);
  }
}
