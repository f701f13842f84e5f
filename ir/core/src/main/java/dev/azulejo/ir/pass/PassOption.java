// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

/**
 * The declaration of an option of a pass.
 *
 * @param name the name on the command line, kebab-case
 * @param type one of {@link #BOOL}, {@link #INTEGER}, {@link #TEXT}, {@link #LIST}
 * @param defaultText the value where none is given, as it would be written; empty for an empty text
 *     or list
 * @param help one sentence for {@code --list-passes}
 */
public record PassOption(String name, String type, String defaultText, String help) {
  /** The type of {@code true} and {@code false}. */
  public static final String BOOL = "bool";

  /** The type of integers of 64 bits. */
  public static final String INTEGER = "integer";

  /** The type of any text. */
  public static final String TEXT = "text";

  /** The type of texts separated by commas. */
  public static final String LIST = "list";
}
