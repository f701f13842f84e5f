// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

/** An operation that prints its own custom form; its schema has the code that reads it. */
public interface CustomAssembly {
  /** Prints what follows the name. */
  void print(OpPrinter printer);
}
