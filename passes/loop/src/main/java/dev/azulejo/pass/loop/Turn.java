// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.List;

/**
 * A value that goes up from iteration to iteration and begins again: the number of the iteration
 * plus {@code start}, its remainder by {@code size}, times {@code scale}.
 *
 * @param value what computes it now
 * @param start from 0 to {@code size} - 1
 * @param size how many different ones there are, at least 2
 * @param scale from one to the next
 */
record Turn(Value value, long start, long size, long scale) implements Carried {

  /** The same number times another one, in another operation's result. */
  Turn times(long factor, Value result) {
    return new Turn(result, start, size, scale * factor);
  }

  @Override
  public Value first(Inserter ahead) {
    return constant(ahead, start * scale);
  }

  @Override
  public Value next(
      Inserter ahead, Inserter end, List<? extends Carried> all, List<BlockArgument> now) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Turn turn && turn.isAhead(this)) {
        return now.get(i);
      }
    }
    Value up = AddIOp.create(end, now.get(all.indexOf(this)), constant(ahead, scale)).result();
    Value isOver = CmpIOp.create(end, CmpIPredicate.EQ, up, constant(ahead, size * scale)).result();
    return SelectOp.create(end, isOver, constant(ahead, 0), up).result();
  }

  /** Is it in every iteration what another one is in the next? */
  private boolean isAhead(Turn other) {
    return size == other.size
        && scale == other.scale
        && value.type().equals(other.value.type())
        && start == (other.start + 1) % size;
  }

  private Value constant(Inserter ahead, long number) {
    return ConstantOp.create(ahead, IntegerAttr.of(value.type(), number)).result();
  }
}
