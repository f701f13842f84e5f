// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a loop whose lines are of different iterations: which of them are done, under which
 * condition, and what stands for the values of the launch in each iteration.
 */
final class Moment {
  private final LongFunction<Runs> runs;
  private final BiFunction<Long, Place, ValueMapping> iteration;
  private final Map<Long, ValueMapping> mappings = new LinkedHashMap<>();

  /** Is a line done? */
  sealed interface Runs {
    /** It is. */
    record Always() implements Runs {}

    /** It is not. */
    record Never() implements Runs {}

    /** It is, where a condition holds that is computed at a place. */
    record Where(java.util.function.Function<Place, Value> condition) implements Runs {}
  }

  /** It is done. */
  static final Runs ALWAYS = new Runs.Always();

  /** It is not done. */
  static final Runs NEVER = new Runs.Never();

  /**
   * A turn.
   *
   * @param runs whether lines of a delay are done
   * @param iteration what stands for the values of the launch in the iteration of a delay
   */
  Moment(LongFunction<Runs> runs, BiFunction<Long, Place, ValueMapping> iteration) {
    this.runs = runs;
    this.iteration = iteration;
  }

  /** The only turn of what is not repeated. */
  static Moment once(ValueMapping values) {
    return new Moment(_ -> ALWAYS, (_, _) -> values);
  }

  Runs runs(long delay) {
    return runs.apply(delay);
  }

  /**
   * The place at which a line of a delay is written. What is computed there for one line is at hand
   * for the next ones of that delay, unless {@code isInside} of a condition of its own.
   */
  Place of(long delay, Place place, boolean isInside) {
    if (isInside) {
      return place.with(iteration.apply(delay, place).branch());
    }
    @Nullable ValueMapping known = mappings.get(delay);
    if (known == null) {
      known = iteration.apply(delay, place);
      mappings.put(delay, known);
    }
    return place.with(known);
  }
}
