// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;

/** Turns a pipelined loop into the plain loop that means the same. */
public final class PlainLoop {
  private PlainLoop() {}

  /** Puts the plain loop where the pipelined one is; its body moves. */
  public static void replace(ForOp loop) {
    Inserter at = Inserter.before(loop);
    Value from = value(at, loop.from());
    Value to = value(at, loop.to());
    Value step = ConstantOp.index(at, 1);
    dev.azulejo.dialect.scf.ForOp plain = dev.azulejo.dialect.scf.ForOp.create(at, from, to, step);
    loop.index().replaceAllUsesWith(plain.inductionVar());
    Operation end = plain.body().last();
    for (Operation op : loop.body()) {
      Schedule.removeFrom(op);
      if (end == null) {
        op.moveToEnd(plain.body());
      } else {
        op.moveBefore(end);
      }
    }
    loop.discardableAttributes().forEach(a -> plain.setAttribute(a.name(), a.value()));
    loop.erase();
  }

  static Value value(Inserter at, Offset bound) {
    return switch (bound) {
      case Offset.Constant constant -> ConstantOp.index(at, constant.value());
      case Offset.Dynamic dynamic -> dynamic.value();
    };
  }
}
