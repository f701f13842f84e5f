// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Fragment;

/**
 * A fragment, as each thread has its part of it.
 *
 * @param registers the thread's elements by their private index, row-major
 * @param fragment which elements these are
 */
record RegisterTile(Value registers, Fragment fragment) {

  /** How many elements a thread has. */
  int count() {
    return Math.toIntExact(fragment.outputShape().count());
  }
}
