// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How an iteration of a loop sees what earlier ones did. */
final class LoopCarry {
  private final Operation loop;
  private final Evaluator evaluator;

  LoopCarry(Operation loop, Evaluator evaluator) {
    this.loop = loop;
    this.evaluator = evaluator;
  }

  /** How often the body is executed, or null where that is not known. */
  @Nullable Long trips() {
    BigInteger trips = loop instanceof ForOp counted ? counted.tripCount() : null;
    return trips == null || trips.bitLength() >= Long.SIZE - 1 ? null : (Long) trips.longValue();
  }

  /** Is there surely a first iteration? */
  boolean runs() {
    Long trips = trips();
    return trips != null && trips > 0;
  }

  /** Is there surely no second iteration? */
  boolean isOnce() {
    Long trips = trips();
    return trips != null && trips < 2;
  }

  /**
   * The change of what was shared in an earlier iteration into the terms of this one.
   *
   * @param isLast is it the last iteration, and not any before it?
   */
  UnaryOperator<Sum> change(boolean isLast) {
    Long trips = trips();
    long most = trips == null ? Long.MAX_VALUE : Math.max(1, trips - 1);
    Sum ago = isLast ? Sum.of(1) : Sum.of(new Term.Symbol(null, 1, most));
    Map<Term.Symbol, Sum> changed = new LinkedHashMap<>();
    return sum -> sum.with(symbol -> changed.computeIfAbsent(symbol, old -> changed(old, ago)));
  }

  private Sum changed(Term.Symbol symbol, Sum ago) {
    Value value = symbol.value();
    if (value == null || !isOfLoop(value)) {
      return Sum.of(symbol);
    }
    if (loop instanceof ForOp counted && value == counted.inductionVar()) {
      Long step = evaluator.constant(counted.step());
      if (step != null) {
        return Sum.of(symbol).minus(ago.times(step));
      }
    }
    return Sum.of(symbol.stale());
  }

  private boolean isOfLoop(Value value) {
    Block block = value.parentBlock();
    Operation around = block == null ? null : block.parentOp();
    return around != null && (around == loop || around.isInside(loop));
  }
}
