// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.Digits.Elementary;
import dev.azulejo.ir.layout.Digits.Field;
import dev.azulejo.ir.layout.expr.Digit;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of a layout, digit by digit. Each physical index is a sum of fields that do not
 * overlap, so each field can be read off it; a field of one digit gives that digit, and a field
 * that is an exclusive or gives the one that is still missing. The logical index is put together
 * from its digits.
 */
final class Inversion {
  private final Layout layout;
  private final Digits digits;
  private final Map<Elementary, IndexExpr> known = UnifiedMap.newMap();

  private Inversion(Layout layout, Digits digits) {
    this.layout = layout;
    this.digits = digits;
  }

  /** A field of a physical index, and its value as an expression of the physical indices. */
  private record Equation(Field field, IndexExpr value) {}

  /**
   * A layout from physical to logical indices.
   *
   * @param onto whether each physical index has to belong to an element
   */
  static Attempt<Layout> of(Layout layout, boolean onto) {
    if (onto && !layout.isOnto()) {
      return Attempt.refused(
          "the physical shape "
              + layout.outputShape()
              + " has not as many points as "
              + layout.inputShape());
    }
    return Digits.of(layout.inputShape(), layout.forward())
        .then(digits -> new Inversion(layout, digits).solve());
  }

  private Attempt<Layout> solve() {
    MutableList<Equation> open = FastList.newList();
    for (int i = 0; i < layout.forward().size(); i++) {
      String problem = readFields(i, open);
      if (problem != null) {
        return Attempt.refused(problem);
      }
    }
    while (open.removeIf(this::determines)) {
      // Each turn knows one digit more.
    }
    MutableList<IndexExpr> index = FastList.newList();
    for (int i = 0; i < layout.inputShape().rank(); i++) {
      IndexExpr expr = index(i);
      if (expr == null) {
        return Attempt.refused("'d" + i + "' cannot be told from the physical index");
      }
      index.add(expr);
    }
    return Layout.attempt(layout.outputShape(), index).then(this::checked);
  }

  /** Reads the fields of a physical index off it; says what is wrong if they overlap. */
  private @Nullable String readFields(int output, MutableList<Equation> equations) {
    List<Field> fields = digits.fields(output);
    IndexExpr physical = IndexExpr.input(output).plus(-digits.constant(output));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      IndexExpr value = physical.floorDiv(field.weight());
      if (i + 1 < fields.size()) {
        long next = fields.get(i + 1).weight();
        boolean apart =
            next % field.weight() == 0
                && field.extent() != Digit.ALL
                && next / field.weight() >= field.extent();
        if (!apart) {
          return "the digits in '" + layout.forward().get(output) + "' overlap";
        }
        value = value.mod(next / field.weight());
      }
      equations.add(new Equation(field, value));
    }
    return null;
  }

  /** Learns the one digit of an equation that is not known; true if that is done or needless. */
  private boolean determines(Equation equation) {
    Elementary missing = null;
    IndexExpr value = equation.value;
    for (Elementary digit : equation.field.digits()) {
      IndexExpr solved = known.get(digit);
      if (solved != null) {
        value = value.xor(solved);
      } else if (missing != null) {
        return false;
      } else {
        missing = digit;
      }
    }
    if (missing != null) {
      known.put(missing, value);
    }
    return true;
  }

  private @Nullable IndexExpr index(int input) {
    IndexExpr index = IndexExpr.constant(0);
    for (Elementary digit : digits.digits(input)) {
      IndexExpr value = known.get(digit);
      if (value != null) {
        index = index.plus(value.times(digit.low()));
      } else if (digit.extent() != 1) {
        return null;
      }
    }
    return index;
  }

  /** The inverse, if it is one at each element. */
  private Attempt<Layout> checked(Layout inverse) {
    if (!layout.hasTable()) {
      return Attempt.success(inverse);
    }
    Shape inputs = layout.inputShape();
    PointTable table = layout.table();
    for (int i = 0; i < inputs.rank(); i++) {
      long[] wanted = PointTable.column(inputs, IndexExpr.input(i));
      long[] found = found(inverse, inverse.forward().get(i), table);
      int wrong = Arrays.mismatch(wanted, found);
      if (wrong >= 0) {
        return Attempt.refused("the map is not injective at " + inputs.point(wrong));
      }
    }
    return Attempt.success(inverse);
  }

  /** What an expression of the inverse says at the physical index of each element. */
  private static long[] found(Layout inverse, IndexExpr expr, PointTable table) {
    long[] places = inverse.hasTable() ? PointTable.column(inverse.inputShape(), expr) : null;
    var found = new long[table.count()];
    for (int point = 0; point < found.length; point++) {
      long place = table.linear(point);
      found[point] =
          places != null
              ? places[(int) place]
              : expr.evaluate(inverse.inputShape().point(place).toArray(), 0);
    }
    return found;
  }
}
