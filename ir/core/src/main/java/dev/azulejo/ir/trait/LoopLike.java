// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Block;

/** An operation that executes its body any number of times. */
public interface LoopLike {
  /** The block that is executed again and again. */
  Block body();
}
