// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a parameter of a kernel is. */
public sealed interface LaunchParameter {

  /** A number, or an argument that is handed on: a number or a buffer. */
  record Value(LaunchExpression value) implements LaunchParameter {
    @Override
    public Attribute attribute() {
      return StringAttr.of(value.toString());
    }
  }

  /**
   * The map of a buffer for the copy engine.
   *
   * @param argument which argument the buffer is
   * @param fields what is in the map
   */
  record Map(int argument, TensorMapFields fields) implements LaunchParameter {
    private static final String ARGUMENT = "argument";
    private static final String DIMS = "dims";
    private static final String STEPS = "steps";
    private static final String COUNTS = "counts";
    private static final String BOX = "box";
    private static final String SWIZZLE = "swizzle";

    @Override
    public Attribute attribute() {
      return DictionaryAttr.of(
          List.of(
              new NamedAttribute(ARGUMENT, IntegerAttr.i64(argument)),
              new NamedAttribute(BOX, DenseArrayAttr.ofI64(fields.box())),
              new NamedAttribute(COUNTS, DenseArrayAttr.ofI64(fields.counts())),
              new NamedAttribute(DIMS, DenseArrayAttr.ofI64(fields.dims())),
              new NamedAttribute(STEPS, DenseArrayAttr.ofI64(fields.steps())),
              new NamedAttribute(SWIZZLE, IntegerAttr.i64(fields.swizzle()))));
    }

    private static @Nullable Map of(DictionaryAttr said) {
      List<Long> dims = numbers(said, DIMS);
      List<Long> steps = numbers(said, STEPS);
      List<Long> counts = numbers(said, COUNTS);
      List<Long> box = numbers(said, BOX);
      if (dims == null
          || steps == null
          || counts == null
          || box == null
          || !(said.get(ARGUMENT) instanceof IntegerAttr argument && argument.fitsLong())
          || !(said.get(SWIZZLE) instanceof IntegerAttr swizzle && swizzle.fitsLong())) {
        return null;
      }
      long index = argument.longValue();
      return index < 0 || index != (int) index
          ? null
          : new Map(
              (int) index, new TensorMapFields(dims, steps, counts, box, swizzle.longValue()));
    }

    private static @Nullable List<Long> numbers(DictionaryAttr said, String entry) {
      return said.get(entry) instanceof DenseArrayAttr numbers
          ? Arrays.stream(numbers.asLongs()).boxed().toList()
          : null;
    }
  }

  /** As an attribute: a text for a value, a dictionary for a map. */
  Attribute attribute();

  /** What an attribute says, or null where that is nothing. */
  static @Nullable LaunchParameter of(Attribute attribute) {
    return switch (attribute) {
      case StringAttr text -> {
        LaunchExpression value = LaunchExpression.parse(text.value());
        yield value == null ? null : new Value(value);
      }
      case DictionaryAttr said -> Map.of(said);
      default -> null;
    };
  }
}
