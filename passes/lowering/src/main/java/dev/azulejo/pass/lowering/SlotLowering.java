// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;

/**
 * Slots and parities as arithmetic on the number of the use. Loops that count uses are left to
 * carry them instead.
 */
final class SlotLowering {
  private SlotLowering() {}

  static void lower(Kernel kernel, SlotOp slot) {
    Value depth = kernel.math().constant(slot.depth().longValue());
    Value rest = RemUIOp.create(Inserter.before(slot), slot.ordinal(), depth).result();
    slot.result().replaceAllUsesWith(rest);
    slot.erase();
  }

  static void lower(Kernel kernel, ParityOp parity) {
    Inserter at = Inserter.before(parity);
    ThreadMath math = kernel.math();
    Value depth = math.constant(parity.depth().longValue());
    Value turns = DivUIOp.create(at, parity.ordinal(), depth).result();
    Value bit = AndIOp.create(at, turns, math.constant(1)).result();
    if (parity.flipped()) {
      bit = XOrIOp.create(at, bit, math.constant(1)).result();
    }
    Value odd = CmpIOp.create(at, CmpIPredicate.NE, bit, math.constant(0)).result();
    parity.result().replaceAllUsesWith(odd);
    parity.erase();
  }
}
