// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import java.util.function.Consumer;

/** An operation that reads or writes memory, and says where. */
public non-sealed interface Accessing extends Effects {
  /** Hands every access to {@code sink}, reads before writes, in the order of the operands. */
  void accesses(Consumer<Access> sink);
}
