// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Diagnostics;

/** An operation with checks of its own, which run when those of its schema have passed. */
public interface Verified {
  /** Reports what is wrong. Looks at the operation itself, never at what defines its operands. */
  void verify(Diagnostics diagnostics);
}
