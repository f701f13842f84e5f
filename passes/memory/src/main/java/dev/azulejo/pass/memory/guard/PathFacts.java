// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.guard;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.layout.expr.Range;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the conditions around an operation say about numbers. */
final class PathFacts {
  /** One value is less than another one. */
  private record Less(Value value, Value bound) {}

  private final Map<Value, Range> ranges = new HashMap<>();
  private final Set<Less> less = new HashSet<>();

  private PathFacts() {}

  /** What holds where an operation is executed. */
  static PathFacts at(Operation op) {
    PathFacts facts = new PathFacts();
    Operation inside = op;
    Operation around = op.parentOp();
    while (around != null) {
      if (around instanceof IfOp branch && inside.block() != null) {
        facts.add(branch.condition(), inside.block().region() == branch.thenRegion());
      }
      inside = around;
      around = around.parentOp();
    }
    return facts;
  }

  /** What is said of a value. */
  Range range(Value value) {
    return ranges.getOrDefault(value, Range.ANY);
  }

  private void add(Value condition, boolean holds) {
    switch (condition.definingOp()) {
      case AndIOp both when holds -> {
        add(both.lhs(), true);
        add(both.rhs(), true);
      }
      case CmpIOp compare -> {
        CmpIPredicate predicate = compare.comparison();
        add(compare, holds ? predicate : predicate.negated());
      }
      case null, default -> {}
    }
  }

  private void add(CmpIOp compare, CmpIPredicate predicate) {
    Long right = IndexRanges.constant(compare.rhs());
    Long left = IndexRanges.constant(compare.lhs());
    if (right != null) {
      narrow(compare.lhs(), predicate, right);
    } else if (left != null) {
      narrow(compare.rhs(), predicate.swapped(), left);
    } else if (predicate == CmpIPredicate.SLT || predicate == CmpIPredicate.ULT) {
      less.add(new Less(compare.lhs(), compare.rhs()));
    } else if (predicate == CmpIPredicate.SGT || predicate == CmpIPredicate.UGT) {
      less.add(new Less(compare.rhs(), compare.lhs()));
    }
  }

  private void narrow(Value value, CmpIPredicate predicate, long number) {
    Range said =
        switch (predicate) {
          case EQ -> Range.of(number);
          case SLT -> new Range(Long.MIN_VALUE, number == Long.MIN_VALUE ? number : number - 1);
          case SLE -> new Range(Long.MIN_VALUE, number);
          case SGT -> new Range(number == Long.MAX_VALUE ? number : number + 1, Long.MAX_VALUE);
          case SGE -> new Range(number, Long.MAX_VALUE);
          case ULT -> number > 0 ? new Range(0, number - 1) : Range.ANY;
          case ULE -> number >= 0 ? new Range(0, number) : Range.ANY;
          case NE, UGT, UGE -> Range.ANY;
        };
    Range there = range(value);
    long min = Math.max(there.min(), said.min());
    long max = Math.min(there.max(), said.max());
    ranges.put(value, new Range(min, max));
  }

  /** Is a value surely less than the size of a buffer in a dimension? */
  boolean isBelowSize(Value value, Value buffer, int dimension) {
    for (Less fact : less) {
      if (fact.value == value && isSize(fact.bound, buffer, dimension)) {
        return true;
      }
    }
    Value end = end(value);
    return end != null && isSize(end, buffer, dimension);
  }

  /** The value that ends the loop which a value counts, or null. */
  private static @Nullable Value end(Value value) {
    if (!(value instanceof BlockArgument argument)) {
      return null;
    }
    return switch (argument.owner().parentOp()) {
      case ForOp loop when argument == loop.inductionVar() -> loop.upperBound();
      case ParallelOp loop -> value(loop.sizes().get(argument.index()));
      case dev.azulejo.dialect.pipeline.ForOp loop -> value(loop.to());
      case null, default -> null;
    };
  }

  private static @Nullable Value value(Offset offset) {
    return offset instanceof Offset.Dynamic(Value value) ? value : null;
  }

  private static boolean isSize(Value value, Value buffer, int dimension) {
    return value.definingOp() instanceof DimOp size
        && size.source() == buffer
        && Long.valueOf(dimension).equals(IndexRanges.constant(size.index()));
  }
}
