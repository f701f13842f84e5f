// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.instruction.Arithmetic;
import dev.azulejo.simulator.instruction.Lanewise;
import dev.azulejo.simulator.run.SimulationFailure;
import org.jspecify.annotations.Nullable;

/**
 * The code of instructions. What lanes compute each by themselves is {@link Arithmetic}'s; each
 * other family has a decoder of its own.
 */
final class PtxDecoder {
  private final WarpDecoder decoder;

  PtxDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction; null for one that does nothing. */
  @Nullable WarpCode decode(Operation op) {
    Lanewise function = Arithmetic.of(op);
    if (function != null) {
      return new LanewiseCode(function, decoder.slots(op.operands()), decoder.slot(op.result(0)));
    }
    WarpCode code = new PtxMemoryDecoder(decoder).find(op);
    code = code != null ? code : new PtxAtomicDecoder(decoder).find(op);
    code = code != null ? code : new PtxMatrixDecoder(decoder).find(op);
    code = code != null ? code : new PtxCollectiveDecoder(decoder).find(op);
    code = code != null ? code : new PtxMbarrierDecoder(decoder).find(op);
    code = code != null ? code : new PtxBulkDecoder(decoder).find(op);
    code = code != null ? code : new PtxWgmmaDecoder(decoder).find(op);
    code = code != null ? code : new PtxClusterDecoder(decoder).find(op);
    code = code != null ? code : new PtxRegisterDecoder(decoder).find(op);
    code = code != null ? code : new PtxSpecialDecoder(decoder).find(op);
    if (code == null) {
      throw WarpDecoder.unsupported(op);
    }
    return code;
  }

  /** The refusal of an instruction in a form that is not executed yet. */
  static SimulationFailure unsupported(Operation op, String form) {
    return new SimulationFailure(
        Diagnostic.error(
            op.location(), "the simulator can't execute '%s' with %s yet", op.name(), form));
  }
}
