// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recipe for the elements of a tensor: a pure function of a seed and an element's row-major
 * number, so that any program can make the same data without files. Numbers are computed as doubles
 * and rounded once to the element type; integers are taken modulo the range of an integer type.
 */
public sealed interface Generator {

  /** Fills all elements of a tensor. */
  default void fill(Tensor target, long seed) {
    for (int i = 0; i < target.count(); i++) {
      target.setBits(i, bits(target.type(), seed, i));
    }
  }

  /** The bits of one element. */
  long bits(ElementType type, long seed, long index);

  /** Are all its numbers integers, so that small sums and products of them are exact? */
  default boolean makesIntegers() {
    return switch (this) {
      case Uniform _, Gaussian _, UnitRows _, Sigmoid _, LogSigmoid _ -> false;
      case Sums sums -> sums.of().makesIntegers();
      case Constant constant -> constant.value() == Math.rint(constant.value());
      case Numbers numbers -> numbers.values().stream().allMatch(x -> x == Math.rint(x));
      case Integers _, Bit _, Bytes _, Permutation _, Raw _, Iota _ -> true;
    };
  }

  /** The seed of an operand of a test case, both counted from 0, operands in signature order. */
  static long seed(int testCase, int operand) {
    return 100L * testCase + operand;
  }

  /**
   * Reads a generator; {@code toString} gives the text back.
   *
   * @throws DataSyntaxException if there is no such generator, or its arguments are wrong
   */
  static Generator parse(String text) {
    Call call = Call.parse("generator", text);
    if (call.name().equals("list") && !call.arguments().isEmpty()) {
      return Numbers.of(call);
    }
    if (call.name().equals("sums")) {
      return Sums.of(call);
    }
    call.expect(
        switch (call.name()) {
          case "U", "Z" -> 2;
          case "bit", "perm", "const", "unit" -> 1;
          case "G", "sigmoid", "logsigmoid", "byte", "h", "iota" -> 0;
          default ->
              throw call.unknown(
                  "U(a,b), G, Z(lo,hi), bit(p), byte, perm(n), h, const(x), list(x,...), iota, unit(n),"
                      + " sigmoid, logsigmoid and sums(n,d,generator)");
        });
    return switch (call.name()) {
      case "U" -> new Uniform(call.finite(0), call.finite(1));
      case "G" -> new Gaussian();
      case "unit" -> new UnitRows((int) call.integer(0, 1, 1 << 20));
      case "sigmoid" -> new Sigmoid();
      case "logsigmoid" -> new LogSigmoid();
      case "Z" -> {
        long low = call.integer(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        yield new Integers(low, call.integer(1, low, low + Integer.MAX_VALUE));
      }
      case "bit" -> new Bit(call.finite(0));
      case "byte" -> new Bytes();
      case "perm" -> new Permutation((int) call.integer(0, 1, 1 << 28));
      case "h" -> new Raw();
      case "const" -> new Constant(call.number(0));
      default -> new Iota();
    };
  }

  private static String text(double value) {
    return value == (long) value && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value).replace("Infinity", "inf").replace("NaN", "nan");
  }

  /** {@code U(a,b)}: even over {@code [a, b)}. */
  record Uniform(double low, double high) implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(low + (high - low) * Hash.unit(seed, index));
    }

    @Override
    public String toString() {
      return "U(" + text(low) + "," + text(high) + ")";
    }
  }

  /** {@code G}: the sum of four even numbers, of mean 0 and variance 1, within 3.47. */
  record Gaussian() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(value(seed, index));
    }

    static double value(long seed, long index) {
      long hash = Hash.of(seed, index);
      long sum = (hash & 0xFFFF) + (hash >>> 16 & 0xFFFF) + (hash >>> 32 & 0xFFFF) + (hash >>> 48);
      return (sum * 0x1p-16 - 2) * Math.sqrt(3);
    }

    @Override
    public String toString() {
      return "G";
    }
  }

  /** {@code unit(n)}: runs of {@code n} numbers of {@code G}, each run scaled to length 1. */
  record UnitRows(int size) implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      long start = index - index % size;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        double value = Gaussian.value(seed, start + i);
        squares += value * value;
      }
      return type.bits(Gaussian.value(seed, index) / Math.sqrt(squares));
    }

    @Override
    public String toString() {
      return "unit(" + size + ")";
    }
  }

  /** {@code sigmoid}: 1 / (1 + exp(-x)) of the numbers x of {@code G}. */
  record Sigmoid() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(1 / (1 + Math.exp(-Gaussian.value(seed, index))));
    }

    @Override
    public String toString() {
      return "sigmoid";
    }
  }

  /** {@code logsigmoid}: the logarithms of {@code sigmoid}. */
  record LogSigmoid() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(-Math.log1p(Math.exp(-Gaussian.value(seed, index))));
    }

    @Override
    public String toString() {
      return "logsigmoid";
    }
  }

  /**
   * {@code sums(n,d,generator)}: running sums of another generator's numbers, begun anew after each
   * {@code n} of them; those that are summed lie {@code d} elements apart.
   */
  record Sums(int size, int distance, Generator of) implements Generator {
    private static Sums of(Call call) {
      if (call.arguments().size() < 3) {
        call.expect(3);
      }
      int size = (int) call.integer(0, 1, 1 << 20);
      int distance = (int) call.integer(1, 1, 1 << 20);
      String inner = String.join(",", call.arguments().subList(2, call.arguments().size()));
      return new Sums(size, distance, Generator.parse(inner));
    }

    @Override
    public long bits(ElementType type, long seed, long index) {
      long terms = index / distance % size;
      double sum = 0;
      for (long i = terms; i >= 0; i--) {
        sum += ElementType.F64.value(of.bits(ElementType.F64, seed, index - i * distance));
      }
      return type.bits(sum);
    }

    @Override
    public String toString() {
      return "sums(" + size + "," + distance + "," + of + ")";
    }
  }

  /** {@code Z(lo,hi)}: the integers from {@code lo} to {@code hi}, both included. */
  record Integers(long low, long high) implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(low + (Hash.of(seed, index) >>> 33) % (high - low + 1));
    }

    @Override
    public String toString() {
      return "Z(" + low + "," + high + ")";
    }
  }

  /** {@code bit(p)}: 1 with probability {@code p}, else 0. */
  record Bit(double probability) implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(Hash.unit(seed, index) < probability ? 1L : 0L);
    }

    @Override
    public String toString() {
      return "bit(" + text(probability) + ")";
    }
  }

  /** {@code byte}: the integers from 0 to 255. */
  record Bytes() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(Hash.of(seed, index) & 255);
    }

    @Override
    public String toString() {
      return "byte";
    }
  }

  /**
   * {@code perm(n)}: the integers from 0 to {@code n - 1} in the order of their hashes; every
   * further run of {@code n} elements is another permutation, made from the hashes of its own
   * elements.
   */
  record Permutation(int size) implements Generator {
    @Override
    public void fill(Tensor target, long seed) {
      Integer[] order = new Integer[0];
      for (int i = 0; i < target.count(); i++) {
        int place = i % size;
        if (place == 0) {
          order = order(seed, i);
        }
        target.setBits(i, target.type().bits((long) order[place]));
      }
    }

    @Override
    public long bits(ElementType type, long seed, long index) {
      long start = index - index % size;
      return type.bits((long) order(seed, start)[(int) (index - start)]);
    }

    private Integer[] order(long seed, long start) {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Comparator<Integer> byHash =
          (a, b) -> Long.compareUnsigned(Hash.of(seed, start + a), Hash.of(seed, start + b));
      Arrays.sort(order, byHash);
      return order;
    }

    @Override
    public String toString() {
      return "perm(" + size + ")";
    }
  }

  /** {@code h}: the hash itself, the lower bits of it where the element is narrower. */
  record Raw() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      long hash = Hash.of(seed, index);
      return type.isFloat() ? type.bits(ElementType.UI64.value(hash)) : type.bits(hash);
    }

    @Override
    public String toString() {
      return "h";
    }
  }

  /** {@code const(x)}: always the same number. */
  record Constant(double value) implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(value);
    }

    @Override
    public String toString() {
      return "const(" + text(value) + ")";
    }
  }

  /** {@code list(x,...)}: these numbers, and from the beginning again. */
  record Numbers(List<Double> values) implements Generator {
    /** Copies the list. */
    public Numbers {
      values = List.copyOf(values);
    }

    private static Numbers of(Call call) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < call.arguments().size(); i++) {
        values.add(call.number(i));
      }
      return new Numbers(values);
    }

    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(values.get((int) (index % values.size())));
    }

    @Override
    public String toString() {
      return values.stream().map(Generator::text).collect(Collectors.joining(",", "list(", ")"));
    }
  }

  /** {@code iota}: an element's row-major number. */
  record Iota() implements Generator {
    @Override
    public long bits(ElementType type, long seed, long index) {
      return type.bits(index);
    }

    @Override
    public String toString() {
      return "iota";
    }
  }
}
