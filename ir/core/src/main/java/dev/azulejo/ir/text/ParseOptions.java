// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

/**
 * How text is read.
 *
 * @param allowUnregistered take operations, types and attributes of unknown dialects
 * @param freeValues take names of values that nothing defines, as a fragment of a program has them:
 *     an unknown operation in front of everything else defines each, with the type of its use
 */
public record ParseOptions(boolean allowUnregistered, boolean freeValues) {
  /** Only what the dialects declare. */
  public static final ParseOptions STRICT = new ParseOptions(false, false);

  /** Whatever is well-formed. */
  public static final ParseOptions LENIENT = new ParseOptions(true, false);

  /** A fragment of a program: names that nothing defines stand for values. */
  public static final ParseOptions FRAGMENT = new ParseOptions(false, true);
}
