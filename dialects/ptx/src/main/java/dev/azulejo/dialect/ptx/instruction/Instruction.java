// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import java.util.Optional;

/** An operation that is one instruction. */
public interface Instruction {
  /** How it is spelt. */
  Syntax syntax();

  /** What it needs of a target, with the types and modifiers that it has. */
  default Needs needs() {
    return Needs.NOTHING;
  }

  /** Why it is no instruction as it stands, as the end of a sentence; empty where it is one. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }
}
