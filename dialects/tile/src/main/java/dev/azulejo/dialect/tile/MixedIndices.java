// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpParser.Operand;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * A list of indices of which some are constants and some are values: {@code 0, %n, 4}. Values stand
 * among the operands, and the array of constants has {@link MemRefType#DYNAMIC} in their place.
 */
record MixedIndices(List<Operand> dynamic, long[] constants) {

  /** Reads {@code open 0, %n, 4 close}. */
  static MixedIndices parse(OpParser parser, String open, String close) {
    List<Operand> dynamic = new ArrayList<>();
    MutableLongList constants = LongLists.mutable.empty();
    parser.list(open, close, () -> item(parser, dynamic, constants));
    return new MixedIndices(dynamic, constants.toArray());
  }

  /** Reads one constant or value. */
  static void item(OpParser parser, List<Operand> dynamic, MutableLongList constants) {
    Operand operand = parser.acceptOperand();
    if (operand != null) {
      dynamic.add(operand);
      constants.add(MemRefType.DYNAMIC);
      return;
    }
    constants.add(parser.integer());
  }

  /** Prints the items with commas between them. */
  static void print(OpPrinter printer, List<Offset> offsets) {
    String separator = "";
    for (Offset offset : offsets) {
      printer.text(separator);
      item(printer, offset);
      separator = ", ";
    }
  }

  /** Prints one item. */
  static void item(OpPrinter printer, Offset offset) {
    switch (offset) {
      case Offset.Constant constant -> printer.number(constant.value());
      case Offset.Dynamic dynamic -> printer.operand(dynamic.value());
    }
  }

  /** The items of an operation: its array of constants, with its values in their places. */
  static List<Offset> offsets(DenseArrayAttr constants, List<Value> dynamic) {
    List<Offset> offsets = new ArrayList<>();
    int next = 0;
    for (long constant : constants.asLongs()) {
      // A count that doesn't fit is the verifier's to report; until then the constant stands.
      boolean isValue = constant == MemRefType.DYNAMIC && next < dynamic.size();
      offsets.add(isValue ? Offset.of(dynamic.get(next++)) : Offset.of(constant));
    }
    return offsets;
  }

  /** The values among the items, in order. */
  static List<Value> values(List<Offset> offsets) {
    List<Value> values = new ArrayList<>();
    for (Offset offset : offsets) {
      if (offset instanceof Offset.Dynamic dynamic) {
        values.add(dynamic.value());
      }
    }
    return values;
  }

  /** The array of constants, with {@link MemRefType#DYNAMIC} for the values. */
  static DenseArrayAttr constants(List<Offset> offsets) {
    long[] constants = new long[offsets.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] =
          offsets.get(i) instanceof Offset.Constant constant
              ? constant.value()
              : MemRefType.DYNAMIC;
    }
    return DenseArrayAttr.ofI64(constants);
  }

  /** Sizes as an array attribute. */
  static DenseArrayAttr sizes(List<Long> sizes) {
    return DenseArrayAttr.ofI64(sizes.stream().mapToLong(Long::longValue).toArray());
  }

  /** Do the array of constants and the number of values fit? */
  static boolean fits(DenseArrayAttr constants, List<Value> dynamic) {
    long places = 0;
    for (long constant : constants.asLongs()) {
      places += constant == MemRefType.DYNAMIC ? 1 : 0;
    }
    return places == dynamic.size();
  }
}
