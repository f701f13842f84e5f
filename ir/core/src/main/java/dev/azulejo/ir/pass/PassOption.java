// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import java.util.List;

/**
 * The declaration of an option of a pass.
 *
 * @param name the name on the command line, kebab-case
 * @param type one of {@link #BOOL}, {@link #INT}, {@link #INTEGER}, {@link #TEXT}, {@link #LIST},
 *     or what {@link #oneOf} returns
 * @param defaultText the value where none is given, as it would be written; empty for an empty text
 *     or list
 * @param help one sentence for {@code --list-passes}
 */
public record PassOption(String name, String type, String defaultText, String help) {
  /** The type of {@code true} and {@code false}. */
  public static final String BOOL = "bool";

  /** The type of integers of 32 bits. */
  public static final String INT = "int";

  /** The type of integers of 64 bits. */
  public static final String INTEGER = "integer";

  /** The type of any text. */
  public static final String TEXT = "text";

  /** The type of texts separated by commas. */
  public static final String LIST = "list";

  /** The type of texts that are one of two or more words. */
  public static String oneOf(String... words) {
    return String.join("|", words);
  }

  /** The words that the option takes, if its type is one of {@link #oneOf}; else none. */
  public List<String> words() {
    return type.indexOf('|') < 0 ? List.of() : List.of(type.split("\\|"));
  }
}
