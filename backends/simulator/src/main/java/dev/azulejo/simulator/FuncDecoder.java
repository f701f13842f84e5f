// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.func.CallOp;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.func.ReturnOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.run.SimulationFailure;
import org.jspecify.annotations.Nullable;

/** The code of calls. */
final class FuncDecoder {
  private final Decoder decoder;

  FuncDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  @Nullable Code decode(Operation op) {
    return switch (op) {
      case CallOp call -> call(call);
      case ReturnOp _ -> null;
      default -> throw Decoder.unsupported(op);
    };
  }

  private Code call(CallOp op) {
    Program program = decoder.program();
    FuncOp callee = program.function(op.callee().root());
    if (callee == null || callee.region(0).isEmpty()) {
      throw new SimulationFailure(
          Diagnostic.error(op.location(), "calls '%s', which has no body", op.callee().root()));
    }
    int[] arguments = Decoder.slots(op.operands());
    int[] results = Decoder.slots(op.results());
    // Decoded at the first call, so that functions may call each other.
    return frame -> program.code(callee).call(frame, arguments, results, op.location());
  }
}
