// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule by which results agree with a reference: {@code exact}, {@code bits}, {@code close(r,a)},
 * {@code sim(e)}, {@code ulp(n)}, or several of them joined by {@code and}. Both tensors have the
 * same shape and element type. NaN agrees with NaN whatever its bits, and an infinity with itself;
 * anything else that is not finite agrees with nothing.
 */
public sealed interface Comparison {
  /** What joins two rules of a text. */
  String AND = " and ";

  /** Whether two elements agree by themselves; {@code actual} and {@code expected} are bits. */
  boolean agree(ElementType type, long actual, long expected);

  /**
   * Compares results with a reference.
   *
   * @throws IllegalArgumentException if shapes or element types differ
   */
  default ComparisonResult compare(Tensor actual, Tensor expected) {
    requireComparable(actual, expected);
    ComparisonTally tally = new ComparisonTally(this, actual, expected);
    for (int i = 0; i < actual.count(); i++) {
      tally.add(i, agree(actual.type(), actual.bits(i), expected.bits(i)));
    }
    return tally.result();
  }

  /**
   * Reads a rule; {@code toString} gives the text back.
   *
   * @throws DataSyntaxException if there is no such rule, or its arguments are wrong
   */
  static Comparison parse(String text) {
    List<Comparison> rules = new ArrayList<>();
    for (String rule : text.split(AND, -1)) {
      rules.add(parseOne(rule));
    }
    return rules.size() == 1 ? rules.getFirst() : new All(List.copyOf(rules));
  }

  private static Comparison parseOne(String text) {
    Call call = Call.parse("comparison", text);
    call.expect(
        switch (call.name()) {
          case "exact", "bits" -> 0;
          case "close" -> 2;
          case "sim", "ulp" -> 1;
          default -> throw call.unknown("exact, bits, close(r,a), sim(e) and ulp(n)");
        });
    return switch (call.name()) {
      case "exact" -> new Exact();
      case "bits" -> new Bits();
      case "close" -> new Close(call.tolerance(0), call.tolerance(1));
      case "sim" -> new Similar(call.tolerance(0));
      default -> new Ulp(call.integer(0, 0, Long.MAX_VALUE));
    };
  }

  private static void requireComparable(Tensor actual, Tensor expected) {
    if (actual.type() != expected.type() || !actual.hasShapeOf(expected)) {
      throw new IllegalArgumentException(
          actual.name() + " and " + expected.name() + " differ in shape or element type");
    }
  }

  /** Equal as far as non-finite numbers go: both finite, both NaN, or the same infinity. */
  private static boolean sameKind(double actual, double expected) {
    return Double.isFinite(actual)
        ? Double.isFinite(expected)
        : Double.compare(actual, expected) == 0;
  }

  /** {@code exact}: the same numbers; the sign of a zero does not count. */
  record Exact() implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      if (actual == expected) {
        return true;
      }
      double number = type.value(actual);
      return type.isFloat()
          && (number == type.value(expected)
              || (Double.isNaN(number) && Double.isNaN(type.value(expected))));
    }

    @Override
    public String toString() {
      return "exact";
    }
  }

  /** {@code bits}: the same bits, as after a copy. */
  record Bits() implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      return actual == expected;
    }

    @Override
    public String toString() {
      return "bits";
    }
  }

  /** {@code close(r,a)}: an error of at most {@code a + r * |expected|}. */
  record Close(double relative, double absolute) implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      double number = type.value(actual);
      double wanted = type.value(expected);
      return sameKind(number, wanted)
          && !(Math.abs(number - wanted) > absolute + relative * Math.abs(wanted));
    }

    @Override
    public String toString() {
      return "close(" + relative + "," + absolute + ")";
    }
  }

  /** {@code ulp(n)}: at most {@code n} steps between neighbouring numbers of the type apart. */
  record Ulp(long steps) implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      double number = type.value(actual);
      double wanted = type.value(expected);
      if (Double.isNaN(number) || Double.isNaN(wanted)) {
        return Double.isNaN(number) && Double.isNaN(wanted);
      }
      return sameKind(number, wanted) && distance(type, actual, expected) <= steps;
    }

    /** The steps between two numbers; the greatest {@code long} where there are more. */
    private static long distance(ElementType type, long actual, long expected) {
      long from = order(type, actual);
      long to = order(type, expected);
      boolean rising = type == ElementType.UI64 ? Long.compareUnsigned(from, to) <= 0 : from <= to;
      // Taken from the greater, the difference is right as an unsigned number.
      long steps = rising ? to - from : from - to;
      return steps < 0 ? Long.MAX_VALUE : steps;
    }

    private static long order(ElementType type, long bits) {
      return type.format().map(format -> format.order(bits)).orElseGet(() -> type.integer(bits));
    }

    @Override
    public String toString() {
      return "ulp(" + steps + ")";
    }
  }

  /**
   * {@code sim(e)}: {@code 1 - 2 * sum(x * y) / sum(x^2 + y^2)} is at most {@code e} over the
   * finite elements of the whole and of each tile of 64 rows and columns, since a dropped tile
   * hides in the sum of the whole. All dimensions but the last two number matrices; a vector is one
   * row.
   */
  record Similar(double most) implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      return sameKind(type.value(actual), type.value(expected));
    }

    @Override
    public ComparisonResult compare(Tensor actual, Tensor expected) {
      requireComparable(actual, expected);
      return new TiledSimilarity(this, actual, expected).result();
    }

    @Override
    public String toString() {
      return "sim(" + most + ")";
    }
  }

  /** {@code x and y}: every rule holds; what fails several is reported by the first of them. */
  record All(List<Comparison> rules) implements Comparison {
    @Override
    public boolean agree(ElementType type, long actual, long expected) {
      return rules.stream().allMatch(rule -> rule.agree(type, actual, expected));
    }

    @Override
    public ComparisonResult compare(Tensor actual, Tensor expected) {
      ComparisonResult result = rules.getFirst().compare(actual, expected);
      for (Comparison rule : rules.subList(1, rules.size())) {
        if (result.passed()) {
          result = rule.compare(actual, expected);
        }
      }
      return result;
    }

    @Override
    public String toString() {
      return rules.stream().map(Comparison::toString).collect(Collectors.joining(AND));
    }
  }
}
