// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.RegionOperand;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets the products of a loop's iteration run into the next one. */
final class GemmOverlap {
  private final GemmLoop products;
  private final ForOp loop;
  private final Value lower;
  private final Value upper;
  private final boolean isUnsigned;

  GemmOverlap(GemmLoop products) {
    this.products = products;
    this.loop = products.loop();
    this.lower = loop.lowerBound();
    this.upper = loop.upperBound();
    this.isUnsigned = loop.unsignedCmp();
  }

  void rewrite() {
    List<FillOp> fills = foldFills();
    List<GemmOp> gemms = products.gemms();
    gemms.forEach(GemmOp::makeAsynchronous);
    WaitGemmOp.create(Inserter.after(gemms.getLast()), gemms.size());
    List<Value> slots = new ArrayList<>();
    for (ArriveOp release : products.releases()) {
      if (!slots.contains(release.index())) {
        slots.add(release.index());
      }
    }
    ForOp carrying = slots.isEmpty() ? loop : carry(slots);
    Inserter behind = Inserter.after(carrying);
    WaitGemmOp.create(behind.withLocation(gemms.getLast().location()), 0);
    int first = carrying.resultCount() - slots.size();
    List<Value> last = List.copyOf(carrying.results().subList(first, carrying.resultCount()));
    if (isNeverEmpty(carrying)) {
      release(behind, slots, last);
    } else if (!slots.isEmpty() || !fills.isEmpty()) {
      finishIfRun(behind, at -> release(at, slots, last), fills);
    }
    products.releases().forEach(Operation::erase);
  }

  /** Ends a loop that may have run no iteration: then it leaves zeros. */
  private void finishIfRun(Inserter at, Consumer<Inserter> release, List<FillOp> fills) {
    CmpIPredicate less = isUnsigned ? CmpIPredicate.ULT : CmpIPredicate.SLT;
    Value ran = CmpIOp.create(at, less, lower, upper).result();
    if (fills.isEmpty()) {
      IfOp.create(at, ran, release);
    } else {
      // Behind the wait: where registers of sums are set beside products, the assembler waits more.
      IfOp.create(at, ran, release, none -> fills.forEach(none::insert));
    }
  }

  /** Makes the loop carry the slots that its last iteration has read, and release those. */
  private ForOp carry(List<Value> slots) {
    Value none = ConstantOp.index(Inserter.before(loop), 0);
    List<Value> nothing = slots.stream().map(_ -> none).toList();
    return loop.carryMore(
        nothing,
        (at, index, before) -> {
          Value later = CmpIOp.create(at, CmpIPredicate.NE, index, lower).result();
          IfOp.create(at, later, inside -> release(inside, slots, before));
          return slots;
        });
  }

  /** Releases the slots that others stand for now. */
  private void release(Inserter at, List<Value> slots, List<? extends Value> stand) {
    ValueMapping mapping = new ValueMapping();
    for (int i = 0; i < slots.size(); i++) {
      mapping.put(slots.get(i), stand.get(i));
    }
    for (ArriveOp release : products.releases()) {
      at.withLocation(release.location()).insert(release.copy(mapping));
    }
  }

  private static boolean isNeverEmpty(ForOp loop) {
    BigInteger count = loop.tripCount();
    return count != null && count.signum() > 0;
  }

  // --- Sums that begin as zero -------------------------------------------------------------------

  /**
   * Lets first products begin at zero instead of filling what they add to.
   *
   * @return the fills that only a loop without iterations needs, taken out
   */
  private List<FillOp> foldFills() {
    List<FillOp> folded = new ArrayList<>();
    Set<Value> seen = new LinkedHashSet<>();
    Value first = null;
    for (GemmOp gemm : products.gemms()) {
      boolean isFirst = seen.add(gemm.cRegion().root());
      FillOp fill = isFirst && gemm.clear().isEmpty() ? fillOf(gemm) : null;
      if (fill == null) {
        continue;
      }
      if (first == null) {
        Inserter at = Inserter.before(products.gemms().getFirst());
        Value index = loop.inductionVar();
        first = CmpIOp.create(at, CmpIPredicate.EQ, index, lower).result();
      }
      gemm.setClear(first);
      if (isNeverEmpty(loop)) {
        fill.erase();
      } else {
        fill.remove();
        folded.add(fill);
      }
    }
    return folded;
  }

  /** The fill with zero that a product's sums begin with, if only the loop sees it. */
  private @Nullable FillOp fillOf(GemmOp gemm) {
    Value sums = gemm.cRegion().root();
    for (Operation op = loop.previous(); op != null; op = op.previous()) {
      if (op instanceof FillOp fill && fill.region().root() == sums) {
        boolean whole = fill.target() == gemm.c() && RegionOperand.isAll(fill.region());
        return whole && RegionOperand.isAll(gemm.cRegion()) && isZero(fill.value()) ? fill : null;
      }
      if (mayUse(op, sums)) {
        return null;
      }
    }
    return null;
  }

  private static boolean mayUse(Operation op, Value buffer) {
    Accesses accesses = Accesses.of(op);
    if (accesses.unknown()) {
      return true;
    }
    for (Access access : accesses.all()) {
      BufferRegion region = access.region();
      if (region != null && region.root() == buffer) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(Value value) {
    Attribute known = Constants.of(value);
    return switch (known) {
      case FloatAttr number -> number.bits().signum() == 0;
      case IntegerAttr number -> number.value().signum() == 0;
      case null, default -> false;
    };
  }
}
