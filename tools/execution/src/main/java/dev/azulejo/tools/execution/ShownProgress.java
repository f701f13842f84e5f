// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.simulator.Progress;

/** Progress that users see, and that nothing else may be shown beside. */
public interface ShownProgress extends Progress {
  /** Takes what is shown away; what comes next begins anew. */
  void end();
}
