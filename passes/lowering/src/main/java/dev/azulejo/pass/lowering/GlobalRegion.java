// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A region of a tensor in global memory. Where it begins is, in each dimension, a number, a value
 * that is known where the launch's own operations stand, or one of a loop around the operation: of
 * the last kind alone nothing can be computed ahead.
 */
final class GlobalRegion implements MemoryRegion {
  private final Kernel kernel;
  private final Value buffer;
  private final TensorShape shape;
  private final Start[] starts;
  private final Inserter here;
  private final Inserter ahead;
  private final Map<Value, Value> moved = new LinkedHashMap<>();
  private final Map<List<Object>, Value> conditions = new LinkedHashMap<>();
  private @Nullable Value movedBytes;

  /** Where the region begins in a dimension: a number and at most one of the values. */
  private record Start(
      long number, @Nullable Value outer, @Nullable Value inner, IndexFacts facts) {}

  private GlobalRegion(Kernel kernel, Operation op, Value buffer, Start[] starts) {
    this.kernel = kernel;
    this.buffer = buffer;
    this.shape = new TensorShape(kernel, buffer);
    this.starts = starts;
    this.here = Inserter.before(op);
    this.ahead = Inserter.before(kernel.team().top(op)).withLocation(op.location());
  }

  static GlobalRegion of(Kernel kernel, Operation op, BufferRegion region) throws LoweringFailure {
    MemRefType type = Kernel.type(region.buffer());
    if (type.layout() != null) {
      throw LoweringFailure.of(op, "it accesses a tensor whose rows do not lie behind each other");
    }
    var starts = new Start[type.rank()];
    for (int i = 0; i < starts.length; i++) {
      Offset offset = region.offsets().get(i);
      IndexFacts facts = IndexFacts.of(offset);
      Long number = facts.single();
      if (number != null) {
        starts[i] = new Start(number, null, null, facts);
      } else if (offset instanceof Offset.Dynamic(Value value)) {
        boolean isOuter = kernel.team().isKnownAtTop(value);
        starts[i] = new Start(0, isOuter ? value : null, isOuter ? null : value, facts);
      }
    }
    return new GlobalRegion(kernel, op, region.buffer(), starts);
  }

  /** How many bytes an element has. */
  int bytes() {
    return shape.bytes();
  }

  /**
   * Do so many elements along the last dimension always lie together, aligned to that, and all
   * inside of the tensor or all outside, where the last coordinate is a multiple of it?
   */
  boolean isMadeOf(long vector) {
    int last = shape.rank() - 1;
    if (last < 0) {
      return vector == 1;
    }
    return shape.isMultipleOf(last, vector) && starts[last].facts.isMultipleOf(vector);
  }

  /** Why it is not made of vectors of so many elements. */
  String obstacle(long vector) {
    int last = shape.rank() - 1;
    if (last < 0 || shape.isMultipleOf(last, vector)) {
      return String.format(
          Locale.ROOT, "where it begins in a row is not known to be a multiple of %d", vector);
    }
    Long size = shape.number(last);
    return size == null
        ? String.format(
            Locale.ROOT,
            "rows of the tensor are not known to have a multiple of %d elements, which '%s' on the"
                + " argument can promise",
            vector,
            TileDialect.DIVISIBLE)
        : String.format(
            Locale.ROOT, "rows of the tensor have %d elements, no multiple of %d", size, vector);
  }

  @Override
  public boolean isRun(List<List<IndexExpr>> points) {
    int count = points.size();
    int last = shape.rank() - 1;
    if (!isMadeOf(count)) {
      return false;
    }
    List<ThreadFunction> first = index(points.getFirst());
    for (int i = 1; i < count; i++) {
      List<ThreadFunction> other = index(points.get(i));
      for (int dimension = 0; dimension <= last; dimension++) {
        long wanted = dimension == last ? i : 0;
        if (!Long.valueOf(wanted).equals(other.get(dimension).above(first.get(dimension)))) {
          return false;
        }
      }
    }
    return last < 0 || first.get(last).isMultipleOf(count);
  }

  /** The index of a point of the region, without values; fewer coordinates are of its last ones. */
  private List<ThreadFunction> index(List<IndexExpr> point) {
    List<ThreadFunction> index = new ArrayList<>();
    int lead = shape.rank() - point.size();
    for (int i = 0; i < shape.rank(); i++) {
      IndexExpr number = IndexExpr.constant(starts[i].number);
      index.add(kernel.function(i < lead ? number : point.get(i - lead).plus(number)));
    }
    return index;
  }

  // --- Addresses --------------------------------------------------------------------------------

  @Override
  public String space() {
    return "global";
  }

  @Override
  public Address address(List<IndexExpr> point) {
    List<ThreadFunction> index = index(point);
    List<Object> pool = new ArrayList<>();
    pool.add(buffer);
    IndexExpr sum = IndexExpr.constant(0);
    for (int i = 0; i < shape.rank(); i++) {
      IndexExpr expr = index.get(i).expr();
      pool.add(Optional.ofNullable(starts[i].outer));
      if (shape.factors(i).isEmpty()) {
        sum = sum.plus(expr.times(shape.stride(i)));
      } else {
        // How far that moves the address is no number: another index has a base of its own.
        pool.add(expr);
      }
    }
    ThreadFunction element = ThreadFunction.of(sum, kernel.threads());
    Address fixed = kernel.addresses().of(pool, element, bytes(), () -> base(index));
    if (!moves()) {
      return fixed;
    }
    Value base =
        moved.computeIfAbsent(
            fixed.base(), value -> AddIOp.create(here, value, movedBytes()).result());
    return new Address(base, fixed.bytes());
  }

  private Value base(List<ThreadFunction> index) {
    List<Offset> offsets = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      IndexExpr expr = index.get(i).expr();
      Value outer = starts[i].outer;
      if (expr instanceof IndexExpr.Constant(long number) && (outer == null || number == 0)) {
        offsets.add(outer == null ? Offset.of(number) : Offset.of(outer));
      } else {
        offsets.add(Offset.of(sum(outer, expr)));
      }
    }
    return AddressOp.create(ahead, buffer, offsets).result();
  }

  private Value sum(@Nullable Value outer, IndexExpr expr) {
    Value own = kernel.math().value(expr);
    return outer == null ? own : AddIOp.create(ahead, outer, own).result();
  }

  private boolean moves() {
    for (Start start : starts) {
      if (start.inner != null) {
        return true;
      }
    }
    return false;
  }

  /** How many bytes the values of loops move the region. */
  private Value movedBytes() {
    if (movedBytes == null) {
      for (int i = 0; i < starts.length; i++) {
        Value inner = starts[i].inner;
        if (inner != null) {
          Value wide = IndexCastOp.create(here, inner, IntegerType.I64).out();
          Value product = MulIOp.create(here, wide, shape.strideInBytes(i)).result();
          movedBytes =
              movedBytes == null ? product : AddIOp.create(here, movedBytes, product).result();
        }
      }
    }
    return movedBytes == null ? kernel.math().constant(IntegerAttr.i64(0)) : movedBytes;
  }

  // --- Bounds -----------------------------------------------------------------------------------

  @Override
  public @Nullable Value isInside(List<IndexExpr> point) {
    List<ThreadFunction> index = index(point);
    Value all = null;
    for (int i = 0; i < shape.rank(); i++) {
      Value one = isInside(i, index.get(i));
      all = all == null || one == null ? (all == null ? one : all) : both(all, one);
    }
    return all;
  }

  private Value both(Value one, Value other) {
    return conditions.computeIfAbsent(
        List.of(one, other), _ -> AndIOp.create(here, one, other).result());
  }

  private @Nullable Value isInside(int dimension, ThreadFunction index) {
    Start start = starts[dimension];
    Range offset = start.outer == null && start.inner == null ? Range.of(0) : start.facts.range();
    Long known = shape.number(dimension);
    long size = known == null ? 0 : known;
    // A sum of numbers that may be too large is one that is not known to be inside.
    boolean fits = offset.max() < Long.MAX_VALUE - size && index.max() < size;
    Value varying = start.outer == null ? start.inner : start.outer;
    boolean isBelow =
        (fits && offset.max() + index.max() < size)
            || (varying != null && UpperBound.isBelow(varying, index.max(), buffer, dimension));
    boolean isNatural = offset.min() > Long.MIN_VALUE / 2 && offset.min() + index.min() >= 0;
    if (isBelow && isNatural) {
      return null;
    }
    Value below = isBelow ? null : compare(dimension, index, CmpIPredicate.SLT, true);
    Value natural = isNatural ? null : compare(dimension, index, CmpIPredicate.SGE, false);
    return below == null ? natural : natural == null ? below : both(below, natural);
  }

  private Value compare(
      int dimension, ThreadFunction index, CmpIPredicate predicate, boolean isUpper) {
    return conditions.computeIfAbsent(
        List.of(dimension, index.expr(), predicate),
        _ -> {
          Start start = starts[dimension];
          Value outer = start.outer == null ? start.inner : start.outer;
          Inserter at = start.inner == null ? ahead : here;
          Value own = kernel.math().value(index.expr());
          Value sum = outer == null ? own : AddIOp.create(at, outer, own).result();
          Value limit = isUpper ? shape.size(dimension) : kernel.math().constant(0);
          return CmpIOp.create(at, predicate, sum, limit).result();
        });
  }
}
