// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/** An operation that is known by a name in the symbol table around it: its {@code sym_name}. */
public interface Symbol {
  /** The attribute that holds the name. */
  String NAME_ATTRIBUTE = "sym_name";
}
