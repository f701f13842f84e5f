// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.DigitPieces.Piece;
import dev.azulejo.ir.layout.DigitPieces.Placed;
import dev.azulejo.ir.layout.expr.Digit;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;
import org.eclipse.collections.impl.set.sorted.mutable.TreeSortedSet;

/**
 * Expressions over the indices of a shape, with each index cut into the digits of a mixed radix
 * such that every expression is a sum over {@link Field}s: a weight times an exclusive or of whole
 * digits. This is what inverts a layout and finds the digits that a map leaves unused.
 *
 * <p>An index is cut where an expression's digit begins or ends. An exclusive or hands cuts from
 * one of its operands to the others, until nothing changes. The cuts of an index have to divide
 * each other, so {@code x floordiv 4} beside {@code x floordiv 6} is refused.
 */
final class Digits {

  /** A digit of an index that no expression divides any further. */
  record Elementary(int input, long low, long extent) {
    IndexExpr toExpr() {
      IndexExpr shifted = IndexExpr.input(input).floorDiv(low);
      return extent == Digit.ALL ? shifted : shifted.mod(extent);
    }
  }

  /** {@code weight * (D1 xor D2 ...)}, less than {@code weight * extent}. */
  record Field(long weight, List<Elementary> digits, long extent) {}

  private final Shape inputs;
  private final List<DigitPieces> exprs;
  private final MutableList<TreeSortedSet<Long>> cuts = FastList.newList();

  private Digits(Shape inputs, List<DigitPieces> exprs) {
    this.inputs = inputs;
    this.exprs = exprs;
  }

  /** Cuts the indices of a shape as canonical expressions over them need it. */
  static Attempt<Digits> of(Shape inputs, List<IndexExpr> exprs) {
    MutableList<DigitPieces> all = FastList.newList();
    for (IndexExpr expr : exprs) {
      switch (DigitPieces.of(inputs, expr)) {
        case Attempt.Success<DigitPieces>(DigitPieces pieces) -> all.add(pieces);
        case Attempt.Refusal<DigitPieces>(String reason) -> {
          return Attempt.refused(reason);
        }
      }
    }
    var digits = new Digits(inputs, all);
    digits.cutWhereDigitsEnd();
    return digits.handCutsOver() && digits.cutsDivideEachOther()
        ? Attempt.success(digits)
        : Attempt.refused("the digits of " + Layout.list(exprs) + " do not fit together");
  }

  // --- Cuts -------------------------------------------------------------------------------------

  private void cutWhereDigitsEnd() {
    for (int i = 0; i < inputs.rank(); i++) {
      cuts.add(TreeSortedSet.newSetWith(1L));
    }
    for (DigitPieces expr : exprs) {
      for (Piece piece : expr.pieces()) {
        for (Placed digit : piece.operands()) {
          cut(digit.input(), digit.low());
          if (digit.extent() != Digit.ALL) {
            cut(digit.input(), digit.low() * digit.extent());
          }
        }
      }
    }
  }

  /** Cuts an index below a digit, unless the index never gets so large. */
  private boolean cut(int input, long low) {
    return low < size(input) && cuts.get(input).add(low);
  }

  private long size(int input) {
    return inputs.extent(input) instanceof IndexExpr.Constant(long size) ? size : Digit.ALL;
  }

  /** False if an exclusive or has operands that are not made of bits. */
  private boolean handCutsOver() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (DigitPieces expr : exprs) {
        for (Piece piece : expr.pieces()) {
          if (!piece.isXor()) {
            continue;
          }
          TreeSortedSet<Long> borders = borders(piece);
          if (!areBits(piece, borders)) {
            return false;
          }
          changed |= cutAt(piece, borders);
        }
      }
    }
    return true;
  }

  /** Where the operands of an exclusive or, or digits within them, begin and end. */
  private TreeSortedSet<Long> borders(Piece piece) {
    TreeSortedSet<Long> borders = TreeSortedSet.newSet();
    for (Placed digit : piece.operands()) {
      borders.add(digit.offset());
      borders.add(digit.offset() * digit.width());
      for (long cut : cuts.get(digit.input())) {
        if (cut > digit.low() && cut / digit.low() < digit.width()) {
          borders.add(cut % digit.low() == 0 ? digit.offset() * (cut / digit.low()) : -1);
        }
      }
    }
    return borders;
  }

  private static boolean areBits(Piece piece, TreeSortedSet<Long> borders) {
    for (Placed digit : piece.operands()) {
      if (digit.extent() == Digit.ALL) {
        return false;
      }
    }
    for (long border : borders) {
      if (border < 1 || Long.bitCount(border) != 1) {
        return false;
      }
    }
    return true;
  }

  private boolean cutAt(Piece piece, TreeSortedSet<Long> borders) {
    boolean changed = false;
    for (Placed digit : piece.operands()) {
      for (long border : borders) {
        if (border > digit.offset() && border < digit.offset() * digit.width()) {
          changed |= cut(digit.input(), digit.low() * (border / digit.offset()));
        }
      }
    }
    return changed;
  }

  private boolean cutsDivideEachOther() {
    for (TreeSortedSet<Long> set : cuts) {
      long last = 1;
      for (long cut : set) {
        if (cut % last != 0) {
          return false;
        }
        last = cut;
      }
    }
    return true;
  }

  // --- Answers ----------------------------------------------------------------------------------

  /** The digits of an index, the least significant first. */
  List<Elementary> digits(int input) {
    MutableList<Elementary> digits = FastList.newList();
    long low = 1;
    for (long cut : cuts.get(input)) {
      if (cut > low) {
        digits.add(new Elementary(input, low, cut / low));
        low = cut;
      }
    }
    long size = size(input);
    digits.add(new Elementary(input, low, size == Digit.ALL ? Digit.ALL : Math.ceilDiv(size, low)));
    return digits;
  }

  /** The number that an expression adds to its fields. */
  long constant(int expr) {
    return exprs.get(expr).constant();
  }

  /** What an expression is the sum of, the smallest weight first. */
  List<Field> fields(int expr) {
    MutableList<Field> fields = FastList.newList();
    for (Piece piece : exprs.get(expr).pieces()) {
      if (piece.isXor()) {
        addXor(piece, fields);
      } else {
        addDigit(piece, fields);
      }
    }
    return fields.sortThisByLong(Field::weight);
  }

  private void addDigit(Piece piece, MutableList<Field> fields) {
    Placed whole = piece.operands().getFirst();
    for (Elementary digit : digits(whole.input())) {
      boolean within =
          digit.low >= whole.low()
              && (whole.extent() == Digit.ALL || digit.low / whole.low() < whole.extent());
      if (within) {
        long weight = piece.factor() * whole.offset() * (digit.low / whole.low());
        fields.add(new Field(weight, List.of(digit), digit.extent));
      }
    }
  }

  private void addXor(Piece piece, MutableList<Field> fields) {
    long low = 0;
    for (long border : borders(piece)) {
      if (low > 0) {
        MutableList<Elementary> digits = FastList.newList();
        for (Placed operand : piece.operands()) {
          addDigitAt(operand, low, digits);
        }
        if (digits.notEmpty()) {
          fields.add(new Field(piece.factor() * low, digits, border / low));
        }
      }
      low = border;
    }
  }

  private void addDigitAt(Placed operand, long border, MutableList<Elementary> digits) {
    if (border < operand.offset() || border >= operand.offset() * operand.width()) {
      return;
    }
    long low = operand.low() * (border / operand.offset());
    for (Elementary digit : digits(operand.input())) {
      if (digit.low == low) {
        digits.add(digit);
      }
    }
  }

  /** The digits that occur in an expression. */
  Set<Elementary> used() {
    Set<Elementary> used = UnifiedSet.newSet();
    for (int i = 0; i < exprs.size(); i++) {
      for (Field field : fields(i)) {
        used.addAll(field.digits);
      }
    }
    return used;
  }
}
