// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

/**
 * How text is read.
 *
 * @param allowUnregistered take operations, types and attributes of unknown dialects
 */
public record ParseOptions(boolean allowUnregistered) {
  /** Only what the dialects declare. */
  public static final ParseOptions STRICT = new ParseOptions(false);

  /** Whatever is well-formed. */
  public static final ParseOptions LENIENT = new ParseOptions(true);
}
