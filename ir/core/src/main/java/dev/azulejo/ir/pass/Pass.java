// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;

/**
 * A transformation or a check of an operation and of what is in it. A pass looks at nothing outside
 * of its root, for that may be worked on at the same time; and it keeps nothing between runs, for
 * one object serves all roots, from several threads at once.
 */
public interface Pass {
  /**
   * Runs on one operation. A pass that can't do its work reports an error to {@link
   * PassContext#diagnostics()}; the pipeline stops behind it.
   */
  Change run(Operation root, PassContext context);
}
