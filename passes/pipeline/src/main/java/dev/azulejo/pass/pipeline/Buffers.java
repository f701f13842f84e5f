// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;

/** Finds buffers for messages. */
final class Buffers {
  private Buffers() {}

  /** Where the first buffer that both statements write comes from. */
  static Location location(Statement one, Statement other) {
    for (Value buffer : one.buffersWritten()) {
      if (other.buffersWritten().contains(buffer)) {
        return buffer.location();
      }
    }
    return one.op().location();
  }
}
