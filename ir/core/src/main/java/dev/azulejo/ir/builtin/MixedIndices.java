// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/**
 * A list of indices of which some are constants and some are values: {@code 0, %n, 4}. The values
 * stand among the operands, and the array of constants has {@link ShapedType#DYNAMIC} in their
 * places.
 *
 * @param dynamic the values, as read
 * @param constants the array of constants
 */
public record MixedIndices(List<OpParser.Operand> dynamic, DenseArrayAttr constants) {
  /** Copies the list. */
  public MixedIndices {
    dynamic = List.copyOf(dynamic);
  }

  /** Reads {@code open 0, %n, 4 close}. */
  public static MixedIndices parse(OpParser parser, String open, String close) {
    List<OpParser.Operand> dynamic = new ArrayList<>();
    MutableLongList constants = LongLists.mutable.empty();
    parser.list(open, close, () -> constants.add(item(parser, dynamic)));
    return new MixedIndices(dynamic, DenseArrayAttr.ofI64(constants.toArray()));
  }

  /**
   * Reads one constant, or one value, which joins {@code dynamic}; returns what the array holds.
   */
  public static long item(OpParser parser, List<OpParser.Operand> dynamic) {
    OpParser.Operand operand = parser.acceptOperand();
    if (operand != null) {
      dynamic.add(operand);
      return ShapedType.DYNAMIC;
    }
    Long constant = parser.acceptInteger();
    if (constant == null) {
      throw parser.error(parser.location(), "expected SSA value or integer");
    }
    return constant;
  }

  /** One constant several times. */
  public static MixedIndices repeat(long constant, int count) {
    long[] constants = new long[count];
    Arrays.fill(constants, constant);
    return new MixedIndices(List.of(), DenseArrayAttr.ofI64(constants));
  }

  /** The values, all of type index. */
  public List<Value> resolve(OpParser parser) {
    return parser.resolve(
        dynamic, Collections.nCopies(dynamic.size(), IndexType.INSTANCE), parser.location());
  }

  /** Prints the items with commas between them. */
  public static void print(OpPrinter printer, List<Offset> items) {
    String separator = "";
    for (Offset item : items) {
      printer.text(separator);
      item(printer, item);
      separator = ", ";
    }
  }

  /** Prints one item. */
  public static void item(OpPrinter printer, Offset item) {
    switch (item) {
      case Offset.Constant constant -> printer.number(constant.value());
      case Offset.Dynamic dynamic -> printer.operand(dynamic.value());
    }
  }

  /** The items of an operation: its array of constants, with its values in their places. */
  public static List<Offset> offsets(DenseArrayAttr constants, List<? extends Value> values) {
    List<Offset> items = new ArrayList<>();
    int next = 0;
    for (long constant : constants.asLongs()) {
      // A count that doesn't fit is the verifier's to report; until then the constant stands.
      boolean isValue = constant == ShapedType.DYNAMIC && next < values.size();
      items.add(isValue ? Offset.of(values.get(next++)) : Offset.of(constant));
    }
    return items;
  }

  /** Values as items; those that are constants become constants. */
  public static List<Offset> offsets(List<? extends Value> values) {
    List<Offset> items = new ArrayList<>(values.size());
    for (Value value : values) {
      items.add(
          Constants.of(value) instanceof IntegerAttr number && number.fitsLong()
              ? Offset.of(number.longValue())
              : Offset.of(value));
    }
    return items;
  }

  /** The values among items, in order. */
  public static List<Value> values(List<Offset> items) {
    List<Value> values = new ArrayList<>();
    for (Offset item : items) {
      if (item instanceof Offset.Dynamic dynamic) {
        values.add(dynamic.value());
      }
    }
    return values;
  }

  /** The array of constants among items. */
  public static DenseArrayAttr constants(List<Offset> items) {
    long[] constants = new long[items.size()];
    for (int i = 0; i < constants.length; i++) {
      @Nullable Long constant = items.get(i).constant();
      constants[i] = constant == null ? ShapedType.DYNAMIC : constant;
    }
    return DenseArrayAttr.ofI64(constants);
  }

  /** How many places of an array of constants are values. */
  public static int dynamicCount(DenseArrayAttr constants) {
    int count = 0;
    for (long constant : constants.asLongs()) {
      count += constant == ShapedType.DYNAMIC ? 1 : 0;
    }
    return count;
  }

  /** Has the array of constants as many places for values as there are values? */
  public static boolean fits(DenseArrayAttr constants, List<? extends Value> values) {
    return dynamicCount(constants) == values.size();
  }
}
