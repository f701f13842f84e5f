// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A numeric variable; its value changes as directives match. */
final class NumericVariable {
  private final String name;
  private final NumberFormat format;
  private final int definingLine;
  private @Nullable BigInteger value;

  /** A variable defined on a line of the check file, 0 for none. */
  NumericVariable(String name, NumberFormat format, int definingLine) {
    this.name = name;
    this.format = format;
    this.definingLine = definingLine;
  }

  String name() {
    return name;
  }

  /** The format an expression takes from it. */
  NumberFormat format() {
    return format;
  }

  /** The line of the first definition, 0 if there is none. */
  int definingLine() {
    return definingLine;
  }

  /** The value, or null while it has none. */
  @Nullable BigInteger value() {
    return value;
  }

  void assign(BigInteger newValue) {
    value = newValue;
  }

  void forget() {
    value = null;
  }
}
