// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.access;

import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;

/** An operation whose result is the memory of one of its operands, seen in another way. */
public interface ViewLike {
  /** The buffer that it looks at. */
  Value viewSource();

  /** The buffer that one of its results is a view of. */
  default Value viewSource(OpResult result) {
    return viewSource();
  }
}
