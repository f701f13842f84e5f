// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Outcome;
import org.jspecify.annotations.Nullable;

/** Where a kernel runs. */
interface Place extends AutoCloseable {
  /**
   * Runs the kernel on its data once; null after errors, which have been reported.
   *
   * @param seed the seed of the schedule, where there is one to choose
   */
  @Nullable Outcome run(long seed) throws Failure;

  @Override
  default void close() throws Failure {}
}
