// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.guard;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guards around accesses to single elements: where an index is not surely inside, a load gives a
 * safe value for what is outside, and a store does nothing there.
 */
public final class Guards {
  private final PassContext context;

  /** Guards, with remarks and errors to a context. */
  public Guards(PassContext context) {
    this.context = context;
  }

  /**
   * Guards an access if it needs that.
   *
   * @return was it changed?
   */
  public boolean guard(Operation access, Value buffer, List<Value> indices) {
    if (!(buffer.type() instanceof MemRefType type) || type.rank() != indices.size()) {
      return false;
    }
    PathFacts facts = PathFacts.at(access);
    IndexRanges ranges = new IndexRanges(facts);
    List<Integer> open = new ArrayList<>();
    List<Boolean> natural = new ArrayList<>();
    for (int i = 0; i < indices.size(); i++) {
      long size = type.shape()[i];
      Long constant = IndexRanges.constant(indices.get(i));
      if (constant != null && isOutside(constant, size)) {
        context.error(
            access, "accesses index %d in dimension %d, which has %s", constant, i, sized(size));
        return false;
      }
      Range range = ranges.of(indices.get(i));
      boolean isBelow =
          size == MemRefType.DYNAMIC
              ? facts.isBelowSize(indices.get(i), buffer, i)
              : range.max() < size;
      if (!isBelow || range.min() < 0) {
        open.add(i);
        natural.add(range.min() >= 0);
      }
    }
    if (open.isEmpty()) {
      return false;
    }
    TypedAttr safe = safe(access);
    if (access.resultCount() > 0 && safe == null) {
      context.error(access, "may be outside, and no value of its type is known to be safe");
      return false;
    }
    Inserter at = Inserter.before(access);
    Value inside = null;
    for (int i = 0; i < open.size(); i++) {
      Value index = indices.get(open.get(i));
      Value one = compare(at, index, size(at, buffer, type, open.get(i)), natural.get(i));
      inside = inside == null ? one : AndIOp.create(at, inside, one).result();
    }
    if (inside != null) {
      wrap(access, at, inside, safe);
      remark(access, open);
    }
    return true;
  }

  private static boolean isOutside(long index, long size) {
    return index < 0 || (size != MemRefType.DYNAMIC && index >= size);
  }

  private static String sized(long size) {
    return size == MemRefType.DYNAMIC ? "no negative ones" : size + " elements";
  }

  private static Value size(Inserter at, Value buffer, MemRefType type, int dimension) {
    long size = type.shape()[dimension];
    return size == MemRefType.DYNAMIC
        ? DimOp.create(at, buffer, ConstantOp.index(at, dimension)).result()
        : ConstantOp.index(at, size);
  }

  /** Less than the size; a negative number is none of the numbers without a sign that are. */
  private static Value compare(Inserter at, Value index, Value size, boolean isNatural) {
    CmpIPredicate predicate = isNatural ? CmpIPredicate.SLT : CmpIPredicate.ULT;
    return CmpIOp.create(at, predicate, index, size).result();
  }

  /** What a load gives for what is outside; null where there is no such value. */
  private static @Nullable TypedAttr safe(Operation access) {
    if (access.resultCount() == 0) {
      return null;
    }
    var type = access.result(0).type();
    if (access.attribute(TileDialect.SAFE) instanceof TypedAttr said) {
      return said;
    }
    return switch (type) {
      case FloatType real -> FloatAttr.of(real, 0);
      case IntegerType integer -> IntegerAttr.of(integer, 0);
      case IndexType _ -> IntegerAttr.index(0);
      default -> null;
    };
  }

  private static void wrap(Operation access, Inserter at, Value inside, @Nullable TypedAttr safe) {
    if (access.resultCount() == 0 || safe == null) {
      IfOp.create(at, inside, then -> then.insert(access.copy(new ValueMapping())));
    } else {
      IfOp guarded =
          IfOp.create(
              at,
              inside,
              access.resultTypes(),
              then -> {
                Operation copy = then.insert(access.copy(new ValueMapping()));
                copy.removeAttribute(TileDialect.SAFE);
                return copy.results();
              },
              otherwise -> List.of(ConstantOp.create(otherwise, safe).result()));
      access.result(0).replaceAllUsesWith(guarded.result(0));
    }
    access.erase();
  }

  private void remark(Operation access, List<Integer> open) {
    context.remark(
        access,
        "gets a guard: its index in %s may be outside",
        open.size() == 1 ? "dimension " + open.getFirst() : "dimensions " + open);
  }
}
