// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every integer fold on every pair of numbers of 4 and of 8 bits, against plain Java. */
class IntegerFoldTest {
  private final Folding folding = new Folding();

  /** What two signed numbers of a width give, or null where that is undefined. */
  private interface Oracle {
    @Nullable Integer apply(int a, int b, int width);
  }

  private static int mask(int width) {
    return (1 << width) - 1;
  }

  private static final Map<String, Oracle> BINARY = new LinkedHashMap<>();

  static {
    BINARY.put("addi", (a, b, w) -> a + b);
    BINARY.put("subi", (a, b, w) -> a - b);
    BINARY.put("muli", (a, b, w) -> a * b);
    BINARY.put("divsi", (a, b, w) -> quotient(b, w, b == 0 ? 0 : a / b));
    BINARY.put("divui", (a, b, w) -> b == 0 ? null : (a & mask(w)) / (b & mask(w)));
    BINARY.put("remsi", (a, b, w) -> b == 0 ? null : a % b);
    BINARY.put("remui", (a, b, w) -> b == 0 ? null : (a & mask(w)) % (b & mask(w)));
    BINARY.put("ceildivsi", (a, b, w) -> quotient(b, w, b == 0 ? 0 : Math.ceilDiv(a, b)));
    BINARY.put("floordivsi", (a, b, w) -> quotient(b, w, b == 0 ? 0 : Math.floorDiv(a, b)));
    BINARY.put("ceildivui", (a, b, w) -> b == 0 ? null : Math.ceilDiv(a & mask(w), b & mask(w)));
    BINARY.put("andi", (a, b, w) -> a & b);
    BINARY.put("ori", (a, b, w) -> a | b);
    BINARY.put("xori", (a, b, w) -> a ^ b);
    BINARY.put("shli", (a, b, w) -> b < 0 || b >= w ? null : a << b);
    BINARY.put("shrsi", (a, b, w) -> b < 0 || b >= w ? null : a >> b);
    BINARY.put("shrui", (a, b, w) -> b < 0 || b >= w ? null : (a & mask(w)) >> b);
    BINARY.put("maxsi", (a, b, w) -> Math.max(a, b));
    BINARY.put("minsi", (a, b, w) -> Math.min(a, b));
    BINARY.put("maxui", (a, b, w) -> Math.max(a & mask(w), b & mask(w)));
    BINARY.put("minui", (a, b, w) -> Math.min(a & mask(w), b & mask(w)));
  }

  private static @Nullable Integer quotient(int divisor, int width, int quotient) {
    return divisor == 0 || quotient >= 1 << (width - 1) ? null : quotient;
  }

  static Stream<Arguments> binary() {
    return BINARY.keySet().stream()
        .flatMap(name -> Stream.of(Arguments.of(name, 4), Arguments.of(name, 8)));
  }

  @ParameterizedTest
  @MethodSource("binary")
  void calculatesAsJavaDoes(String name, int width) {
    IntegerType type = IntegerType.of(width);
    List<Value> left = constants(type);
    List<Value> right = constants(type);
    Oracle oracle = BINARY.get(name);
    int least = -(1 << (width - 1));
    for (int a = least; a < -least; a++) {
      for (int b = least; b < -least; b++) {
        Object found = folding.fold(name, type, left.get(a - least), right.get(b - least));
        Integer expected = oracle.apply(a, b, width);
        check(name, a, b, found, expected == null ? null : IntegerAttr.of(type, expected));
      }
    }
  }

  private static void check(
      String name, int a, int b, @Nullable Object found, @Nullable Object expected) {
    if (expected == null ? found != null : !expected.equals(found)) {
      assertThat(found).as("%s %d, %d", name, a, b).isEqualTo(expected);
    }
  }

  private List<Value> constants(IntegerType type) {
    List<Value> all = new ArrayList<>();
    int least = -(1 << (type.width() - 1));
    for (int i = least; i < -least; i++) {
      all.add(folding.constant(IntegerAttr.of(type, i)));
    }
    return all;
  }

  private static final Map<CmpIPredicate, BiPredicate<Integer, Integer>> COMPARISONS =
      new LinkedHashMap<>();

  static {
    COMPARISONS.put(CmpIPredicate.EQ, (a, b) -> a.intValue() == b);
    COMPARISONS.put(CmpIPredicate.NE, (a, b) -> a.intValue() != b);
    COMPARISONS.put(CmpIPredicate.SLT, (a, b) -> a < b);
    COMPARISONS.put(CmpIPredicate.SLE, (a, b) -> a <= b);
    COMPARISONS.put(CmpIPredicate.SGT, (a, b) -> a > b);
    COMPARISONS.put(CmpIPredicate.SGE, (a, b) -> a >= b);
    COMPARISONS.put(CmpIPredicate.ULT, (a, b) -> Integer.compareUnsigned(a, b) < 0);
    COMPARISONS.put(CmpIPredicate.ULE, (a, b) -> Integer.compareUnsigned(a, b) <= 0);
    COMPARISONS.put(CmpIPredicate.UGT, (a, b) -> Integer.compareUnsigned(a, b) > 0);
    COMPARISONS.put(CmpIPredicate.UGE, (a, b) -> Integer.compareUnsigned(a, b) >= 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void comparesAsJavaDoes(int width) {
    IntegerType type = IntegerType.of(width);
    List<Value> left = constants(type);
    List<Value> right = constants(type);
    int least = -(1 << (width - 1));
    for (CmpIPredicate predicate : CmpIPredicate.values()) {
      TypedAttr attribute = predicate.attribute();
      for (int a = least; a < -least; a++) {
        for (int b = least; b < -least; b++) {
          List<Value> operands = List.of(left.get(a - least), right.get(b - least));
          List<Object> found = folding.fold("cmpi", operands, List.of(IntegerType.I1), attribute);
          Object expected = IntegerAttr.bool(COMPARISONS.get(predicate).test(a, b));
          check(predicate.word(), a, b, found == null ? null : found.getFirst(), expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void extendedOperationsGiveAllBits(int width) {
    IntegerType type = IntegerType.of(width);
    List<Value> left = constants(type);
    List<Value> right = constants(type);
    int least = -(1 << (width - 1));
    for (int a = least; a < -least; a++) {
      for (int b = least; b < -least; b++) {
        List<Value> operands = List.of(left.get(a - least), right.get(b - least));
        int sum = (a & mask(width)) + (b & mask(width));
        check(
            "addui_extended",
            a,
            b,
            folding.fold("addui_extended", operands, List.of(type, IntegerType.I1), null),
            List.of(IntegerAttr.of(type, sum), IntegerAttr.bool(sum > mask(width))));
        check(
            "mulsi_extended",
            a,
            b,
            folding.fold("mulsi_extended", operands, List.of(type, type), null),
            halves(type, a * b));
        check(
            "mului_extended",
            a,
            b,
            folding.fold("mului_extended", operands, List.of(type, type), null),
            halves(type, (a & mask(width)) * (b & mask(width))));
      }
    }
  }

  private static List<Object> halves(IntegerType type, int product) {
    return List.of(IntegerAttr.of(type, product), IntegerAttr.of(type, product >> type.width()));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void conversionsKeepOrCutBits(int width) {
    IntegerType type = IntegerType.of(width);
    IntegerType wide = IntegerType.of(2 * width);
    IntegerType narrow = IntegerType.of(width / 2);
    for (Value constant : constants(type)) {
      int number = Math.toIntExact(Known.integer(constant).longValueExact());
      int unsigned = number & mask(width);
      assertThat(folding.fold("extsi", wide, constant)).isEqualTo(IntegerAttr.of(wide, number));
      assertThat(folding.fold("extui", wide, constant)).isEqualTo(IntegerAttr.of(wide, unsigned));
      assertThat(folding.fold("trunci", narrow, constant))
          .isEqualTo(IntegerAttr.of(narrow, number));
      Type index = IndexType.INSTANCE;
      assertThat(folding.fold("index_cast", index, constant)).isEqualTo(IntegerAttr.index(number));
      assertThat(folding.fold("index_castui", index, constant))
          .isEqualTo(IntegerAttr.index(unsigned));
      Value asIndex = folding.constant(IntegerAttr.index(number));
      assertThat(folding.fold("index_cast", narrow, asIndex))
          .isEqualTo(IntegerAttr.of(narrow, number));
      assertThat(folding.fold("index_castui", IntegerType.of(80), asIndex))
          .isEqualTo(
              IntegerAttr.of(
                  IntegerType.of(80), Widths.unsigned(Known.integer(asIndex), Long.SIZE)));
    }
  }
}
