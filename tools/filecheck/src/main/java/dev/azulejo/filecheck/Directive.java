// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/**
 * A directive as it stands in the check file, its pattern not yet looked at.
 *
 * @param count how often it must match, 1 but for {@code -COUNT}
 * @param literal whether it has the modifier {@code LITERAL}
 * @param prefix the prefix, where it stands
 * @param pattern the rest of its line
 * @param line its line
 */
record Directive(
    DirectiveKind kind, int count, boolean literal, Slice prefix, Slice pattern, int line) {
  /** How messages name it. */
  String description() {
    return description(kind, literal, prefix.text());
  }

  static String description(DirectiveKind kind, boolean literal, String prefix) {
    return kind == DirectiveKind.END
        ? "implicit EOF"
        : prefix + kind.suffix() + (literal ? "{LITERAL}" : "");
  }
}
