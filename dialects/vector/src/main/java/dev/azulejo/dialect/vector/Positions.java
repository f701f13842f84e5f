// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions in the first dimensions of vectors. */
final class Positions {
  private Positions() {}

  /** Whose position it is. */
  enum Of {
    /** Where something is taken from. */
    SOURCE,
    /** Where something is put. */
    DEST
  }

  /** What is wrong with the number of indices, or null. */
  static @Nullable String problem(
      VectorType vector, DenseArrayAttr constants, List<Value> values, Of whose) {
    if (!MixedIndices.fits(constants, values)) {
      return "mismatch between dynamic and static positions (kDynamic marker but no corresponding"
          + " dynamic position) -- this can only happen due to an incorrect fold/rewrite";
    }
    if (constants.size() > vector.rank()) {
      return "expected position attribute of rank no greater than "
          + (whose == Of.SOURCE ? "vector rank" : "dest vector rank");
    }
    return null;
  }

  /** What is wrong with one of the indices, or null. */
  static @Nullable String range(VectorType vector, DenseArrayAttr constants, Of whose) {
    long[] position = constants.asLongs();
    for (int i = 0; i < position.length; i++) {
      boolean unknown = position[i] == ShapedType.DYNAMIC || position[i] == -1;
      boolean fits = position[i] >= 0 && position[i] < vector.shape()[i];
      if (!unknown && !fits) {
        return "expected position attribute #%d to be a non-negative integer smaller than the corresponding %s"
            .formatted(
                i + 1,
                whose == Of.SOURCE ? "vector dimension or poison (-1)" : "dest vector dimension");
      }
    }
    return null;
  }

  /**
   * The place of an element in row-major order, or -1 where the position isn't one that is known.
   */
  static int linear(VectorType vector, DenseArrayAttr constants) {
    long[] position = constants.asLongs();
    if (position.length != vector.rank() || vector.isScalable()) {
      return -1;
    }
    long place = 0;
    for (int i = 0; i < position.length; i++) {
      if (position[i] < 0 || position[i] >= vector.shape()[i]) {
        return -1;
      }
      place = place * vector.shape()[i] + position[i];
    }
    return place <= Integer.MAX_VALUE ? (int) place : -1;
  }

  /** Indices that are constants and fit become constants. */
  static List<Offset> known(VectorType vector, List<Offset> position) {
    List<Offset> known = new ArrayList<>(position);
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) instanceof Offset.Dynamic dynamic
          && Constants.of(dynamic.value()) instanceof IntegerAttr number
          && number.fitsLong()
          && number.longValue() >= 0
          && number.longValue() < vector.shape()[i]) {
        known.set(i, Offset.of(number.longValue()));
      }
    }
    return known;
  }
}
