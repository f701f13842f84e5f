// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations with offsets, sizes and strides have in common. */
final class Slices {
  private Slices() {}

  /**
   * Reports lists that don't go together; false if there were any.
   *
   * @param offsetCount how many offsets there must be
   * @param rank how many sizes and strides there must be
   */
  static boolean verify(
      Operation op, SliceLike slice, int offsetCount, int rank, Diagnostics diagnostics) {
    String problem = problem(slice, offsetCount, rank);
    if (problem == null) {
      return true;
    }
    diagnostics.report(Diagnostic.error(op.location(), "%s", problem));
    return false;
  }

  private static @Nullable String problem(SliceLike slice, int offsetCount, int rank) {
    int offsets = slice.staticOffsets().size();
    int sizes = slice.staticSizes().size();
    int strides = slice.staticStrides().size();
    if (!(offsets == 1 && offsetCount == 1) && offsets != sizes) {
      return ranksDiffer("offsets", "sizes", offsets, sizes);
    }
    if (sizes != strides) {
      return ranksDiffer("sizes", "strides", sizes, strides);
    }
    String problem = count("offset", offsetCount, slice.staticOffsets(), slice.offsets());
    problem = problem != null ? problem : count("size", rank, slice.staticSizes(), slice.sizes());
    problem =
        problem != null ? problem : count("stride", rank, slice.staticStrides(), slice.strides());
    problem = problem != null ? problem : negative("offsets", slice.staticOffsets());
    return problem != null ? problem : negative("sizes", slice.staticSizes());
  }

  private static String ranksDiffer(String one, String other, int oneRank, int otherRank) {
    return "expected mixed %s rank to match mixed %s rank (%d vs %d) so the rank of the result type is well-formed."
        .formatted(one, other, oneRank, otherRank);
  }

  private static @Nullable String count(
      String what, int wanted, DenseArrayAttr constants, List<Value> values) {
    if (constants.size() != wanted) {
      return "expected %d %s values, got %d".formatted(wanted, what, constants.size());
    }
    int dynamic = MixedIndices.dynamicCount(constants);
    return dynamic == values.size()
        ? null
        : "expected the number of '%ss' to match the number of dynamic entries in 'static_%ss' (%d vs %d)"
            .formatted(what, what, values.size(), dynamic);
  }

  private static @Nullable String negative(String what, DenseArrayAttr constants) {
    for (long constant : constants.asLongs()) {
      if (constant < 0 && constant != ShapedType.DYNAMIC) {
        return "expected %s to be non-negative, but got %d".formatted(what, constant);
      }
    }
    return null;
  }

  /** Items whose values that are constants are constants. */
  static List<Offset> known(List<Offset> items) {
    List<Offset> known = new ArrayList<>(items.size());
    for (Offset item : items) {
      known.add(
          item instanceof Offset.Dynamic dynamic
              ? MixedIndices.offsets(List.of(dynamic.value())).getFirst()
              : item);
    }
    return known;
  }

  /** Items that are constants, except those that are negative where they mustn't be. */
  static List<Offset> knownNatural(List<Offset> items) {
    List<Offset> known = known(items);
    for (int i = 0; i < known.size(); i++) {
      Long constant = known.get(i).constant();
      if (constant != null && constant < 0) {
        known.set(i, items.get(i));
      }
    }
    return known;
  }

  static long[] constants(List<Offset> items) {
    return MixedIndices.constants(items).asLongs();
  }
}
