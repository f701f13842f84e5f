// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/**
 * The type of a value: an immutable value with value equality. Parsers and builders intern, so the
 * comparison of two equal types usually ends at the first {@code ==}.
 */
public interface Type {
  /** Prints the type as it stands in a program, prefix included. */
  void print(AsmPrinter printer);
}
