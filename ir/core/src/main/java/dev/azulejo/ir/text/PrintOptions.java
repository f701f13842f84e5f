// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

/**
 * How IR is printed.
 *
 * @param generic every operation in generic form, every value with a number of its own
 * @param debugInfo locations behind operations
 * @param localScope no aliases; locations inline
 * @param skipRegions {@code {...}} in place of regions
 * @param uniqueNames every value with a number of its own
 */
public record PrintOptions(
    boolean generic,
    boolean debugInfo,
    boolean localScope,
    boolean skipRegions,
    boolean uniqueNames) {

  /** The custom form, with aliases and without locations. */
  public static final PrintOptions DEFAULT = new PrintOptions(false, false, false, false, false);

  /** The generic form. */
  public static final PrintOptions GENERIC = new PrintOptions(true, false, false, false, false);

  /** The same, in generic form or not. */
  public PrintOptions withGeneric(boolean value) {
    return new PrintOptions(value, debugInfo, localScope, skipRegions, uniqueNames);
  }
}
