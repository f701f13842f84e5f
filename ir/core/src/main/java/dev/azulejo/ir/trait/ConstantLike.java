// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Attribute;

/** An operation without operands whose one result is always the same. */
public interface ConstantLike {
  /** The constant. */
  Attribute constantValue();
}
