// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Value;
import java.util.Set;

/** Asks which memory a statement touches. */
final class Spaces {
  private Spaces() {}

  /** Does it read global memory and write shared memory? */
  static boolean bringsOnChip(Statement statement) {
    return touches(statement.buffersRead(), Space.GLOBAL)
        && touches(statement.buffersWritten(), Space.SHARED);
  }

  private static boolean touches(Set<Value> buffers, Space space) {
    for (Value buffer : buffers) {
      if (Space.of(buffer) == space) {
        return true;
      }
    }
    return false;
  }
}
