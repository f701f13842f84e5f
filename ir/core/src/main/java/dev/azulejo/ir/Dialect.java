// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name space of operations, types and attributes. Implementations hold no state. */
public interface Dialect {
  /** The part of names before the first dot. */
  String name();

  /** The schema of the operation of a name without the dialect, or null. */
  @Nullable OpSchema operation(String mnemonic);

  /** The names of its operations without the dialect, sorted. */
  List<String> operationNames();

  /** Reads what follows {@code !dialect.mnemonic}, or returns null for a mnemonic it lacks. */
  default @Nullable Type parseType(AsmParser parser, String mnemonic) {
    return null;
  }

  /** Reads what follows {@code #dialect.mnemonic}, or returns null for a mnemonic it lacks. */
  default @Nullable Attribute parseAttribute(AsmParser parser, String mnemonic) {
    return null;
  }

  /**
   * Makes the operation that stands for a constant, or returns null where the dialect has none for
   * this attribute and type.
   */
  default @Nullable Operation constant(Inserter at, Attribute value, Type type) {
    return null;
  }

  /** Checks a discardable attribute of this dialect's name on an operation of any dialect. */
  default void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {}

  /** Checks an attribute of this dialect's name on an argument of a function of any dialect. */
  default void verifyArgumentAttribute(
      Operation function, int argument, NamedAttribute attribute, Diagnostics diagnostics) {}
}
