// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.analysis.Dominance;
import java.util.function.Function;

/**
 * Facts that can be computed about an operation. Passes that share one of these share the facts.
 *
 * @param name the name that timing reports print
 * @param compute finds the facts; must not change the operation
 * @param <A> the class of the facts
 */
public record Analysis<A>(String name, Function<Operation, A> compute) {
  /** Dominance, of all regions under an operation. */
  public static final Analysis<Dominance> DOMINANCE =
      new Analysis<>("DominanceInfo", Dominance::of);
}
