// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.ParameterKind;
import java.util.List;

/** What a caller hands in by name. */
public sealed interface Argument {

  /** Its name. */
  String name();

  /**
   * A buffer with a shape.
   *
   * @param element the type of its elements, as the compiler spells it
   * @param rank how many dimensions it has
   * @param sizes how many elements it has along each dimension, {@link #ANY} where that is free;
   *     none where all are
   * @param names names for its sizes, of which equal ones of all arguments must be equal; an empty
   *     one is none; none at all for no names
   * @param divisors what each of its sizes must be a multiple of; none for no matter what
   */
  record Buffer(
      String name,
      String element,
      int rank,
      List<Long> sizes,
      List<String> names,
      List<Long> divisors)
      implements Argument {
    /** A size that is free. */
    public static final long ANY = -1;

    /** Copies the lists. */
    public Buffer {
      sizes = List.copyOf(sizes);
      names = List.copyOf(names);
      divisors = List.copyOf(divisors);
    }
  }

  /**
   * A number.
   *
   * @param divisor what it must be a multiple of
   */
  record Scalar(String name, ParameterKind kind, long divisor) implements Argument {}
}
