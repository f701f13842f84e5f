// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.List;

/**
 * A positive directive in the order of the file, with what must hold between the one before and it.
 *
 * @param check the directive itself
 * @param before the {@code -DAG} and {@code -NOT} directives before it
 */
record CheckStep(Check check, List<Check> before) {
  /**
   * A pattern with the names of its directive.
   *
   * @param prefix the prefix
   * @param label what the input dump calls it, such as {@code next:3}
   */
  record Check(Pattern pattern, String prefix, String label) {
    /** How messages name the directive. */
    String description() {
      return Directive.description(pattern.kind(), pattern.isLiteral(), prefix);
    }

    DirectiveKind kind() {
      return pattern.kind();
    }

    Location location() {
      return pattern.location();
    }
  }
}
