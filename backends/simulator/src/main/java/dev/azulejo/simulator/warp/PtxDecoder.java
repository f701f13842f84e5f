// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Operation;
import org.jspecify.annotations.Nullable;

/** The code of instructions. */
final class PtxDecoder {
  private final WarpDecoder decoder;

  PtxDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction; null for one that does nothing. */
  @Nullable WarpCode decode(Operation op) {
    // No instruction is known yet: each family will be a decoder of its own, named here.
    if (decoder.slotCount() < 0) {
      return null;
    }
    throw WarpDecoder.unsupported(op);
  }
}
