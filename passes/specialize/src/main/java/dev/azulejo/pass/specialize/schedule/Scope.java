// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop of a launch that programs enter, or the launch itself.
 *
 * @param id what it is called; empty for the launch
 * @param loop the loop, or null for the launch
 * @param body what is done in an iteration
 * @param parent the scope around it, or null for the launch
 * @param guards the conditions around it in that scope, outer ones first
 */
record Scope(
    String id, @Nullable Operation loop, Block body, @Nullable Scope parent, List<Value> guards) {

  /** Copies the list. */
  Scope {
    guards = List.copyOf(guards);
  }

  /** Is it the launch itself? */
  boolean isRoot() {
    return loop == null;
  }

  /** What messages call it. */
  String inWords() {
    return isRoot() ? "the launch itself" : "loop '" + id + "'";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
