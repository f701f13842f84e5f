// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a check file: which names are taken, known while patterns are read, and the
 * values, known while they are matched.
 */
final class Variables {
  /** The number of the directive's line. */
  static final String LINE = "@LINE";

  private final Set<String> stringNames = new HashSet<>();
  private final Map<String, String> strings = new HashMap<>();
  private final Map<String, NumericVariable> numbers = new HashMap<>();
  private final NumericVariable line = new NumericVariable(LINE, NumberFormat.UNSIGNED, 0);

  boolean isString(String name) {
    return stringNames.contains(name);
  }

  void declareString(String name) {
    stringNames.add(name);
  }

  @Nullable String string(String name) {
    return strings.get(name);
  }

  void assignString(String name, String value) {
    strings.put(name, value);
  }

  @Nullable NumericVariable number(String name) {
    return name.equals(LINE) ? line : numbers.get(name);
  }

  void declareNumber(NumericVariable variable) {
    numbers.put(variable.name(), variable);
  }

  void assignLine(int number) {
    line.assign(BigInteger.valueOf(number));
  }

  /** Forgets the values of the variables whose names do not begin with {@code $}. */
  void forgetLocals() {
    strings.keySet().removeIf(Variables::isLocal);
    for (NumericVariable variable : numbers.values()) {
      if (isLocal(variable.name())) {
        variable.forget();
      }
    }
  }

  private static boolean isLocal(String name) {
    return !name.startsWith("$");
  }
}
