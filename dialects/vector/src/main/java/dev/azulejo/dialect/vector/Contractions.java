// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.VectorType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that maps, iterators and shapes of contractions go together. */
final class Contractions {
  private Contractions() {}

  static @Nullable String problem(ContractionOp op) {
    List<AffineMap> maps = op.maps();
    if (maps.size() != 3 || op.indexingMaps().size() != 3) {
      return "expected an indexing map for each vector operand";
    }
    if (!Vectors.elementType(op.lhs()).equals(Vectors.elementType(op.rhs()))) {
      return "failed to verify that lhs and rhs have same element type";
    }
    for (int i = 0; i < maps.size(); i++) {
      String problem = problem(i, maps.get(i), op.iteratorTypes().size(), op.operand(i).type());
      if (problem != null) {
        return problem;
      }
    }
    String problem = problemOfPairs(op, maps);
    if (problem != null) {
      return problem;
    }
    problem = problemOfResult(op, maps);
    if (problem != null) {
      return problem;
    }
    return op.kind().accepts(Vectors.elementType(op.result()))
        ? null
        : "unsupported contraction type";
  }

  private static @Nullable String problem(int place, AffineMap map, int iterators, Type type) {
    String which = "expected indexing map %d to ".formatted(place);
    if (map.symbols() != 0) {
      return which + "have no symbols";
    }
    if (map.dimensions() != iterators) {
      return which + "have %d number of inputs".formatted(iterators);
    }
    if (map.results().size() != Vectors.rank(type)) {
      return which + "have %d number of outputs".formatted(Vectors.rank(type));
    }
    boolean[] seen = new boolean[iterators];
    for (AffineExpr result : map.results()) {
      if (!(result instanceof AffineExpr.Dimension dimension) || seen[dimension.position()]) {
        return which + "be a projected permutation of its inputs";
      }
      seen[dimension.position()] = true;
    }
    return null;
  }

  private static @Nullable String problemOfPairs(ContractionOp op, List<AffineMap> maps) {
    List<IteratorType> iterators = op.iterators();
    boolean any = false;
    String problem = null;
    for (int i = 0; i < iterators.size(); i++) {
      AffineExpr iterator = AffineExpr.dimension(i);
      int lhs = maps.get(0).results().indexOf(iterator);
      int rhs = maps.get(1).results().indexOf(iterator);
      if (lhs < 0 || rhs < 0) {
        continue;
      }
      boolean differs = size(op.lhs().type(), lhs) != size(op.rhs().type(), rhs);
      boolean reduces = iterators.get(i) == IteratorType.REDUCTION;
      any |= reduces;
      boolean isBatch = !reduces && maps.get(2).results().contains(iterator);
      if (differs && problem == null && (reduces || isBatch)) {
        problem = "invalid %s dimension map".formatted(reduces ? "contracting" : "batch");
      }
    }
    return any ? problem : "expected at least one contracting dimension pair";
  }

  private static long size(Type type, int dimension) {
    return ((VectorType) type).shape()[dimension];
  }

  private static @Nullable String problemOfResult(ContractionOp op, List<AffineMap> maps) {
    long[] extents = new long[op.iteratorTypes().size()];
    addExtents(maps.get(0), op.lhs().type(), extents);
    addExtents(maps.get(1), op.rhs().type(), extents);
    if (!op.acc().type().equals(op.result().type())) {
      return "failed to verify that all of {acc, result} have same type";
    }
    if (!(op.result().type() instanceof VectorType found)) {
      return null;
    }
    long[] wanted = new long[found.rank()];
    for (int i = 0; i < wanted.length; i++) {
      int iterator = ((AffineExpr.Dimension) maps.get(2).results().get(i)).position();
      wanted[i] = extents[iterator];
    }
    return Arrays.equals(wanted, found.shape())
        ? null
        : "invalid accumulator/result vector shape, expected: '%s'"
            .formatted(AsmText.ofType(VectorType.of(wanted, found.elementType())));
  }

  /** Notes how many iterations the dimensions of a vector give their iterators. */
  static void addExtents(AffineMap map, Type type, long[] extents) {
    for (int i = 0; i < map.results().size(); i++) {
      if (map.results().get(i) instanceof AffineExpr.Dimension dimension) {
        extents[dimension.position()] = size(type, i);
      }
    }
  }
}
