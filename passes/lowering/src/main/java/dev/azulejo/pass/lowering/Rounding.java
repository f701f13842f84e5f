// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.CvtOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.List;

/**
 * Rounding of f32 to tf32, away from zero where two are as near. The instructions would cut bits
 * off what they get.
 */
final class Rounding {
  private Rounding() {}

  /** Rounds registers of type i32 in place. */
  static void all(Kernel kernel, Inserter at, Value registers, int count) {
    for (int i = 0; i < count; i++) {
      Value place = kernel.math().constant(i);
      Value number = LoadOp.create(at, registers, List.of(place)).result();
      write(kernel, at, number, registers, i);
    }
  }

  /** Writes a number, rounded, to a register of type i32. */
  static void write(Kernel kernel, Inserter at, Value number, Value registers, int place) {
    CvtOp rounded = CvtOp.create(at, number, IntegerType.I32);
    rounded.setAttribute("rounding", StringAttr.of("rna"));
    rounded.setAttribute("from", StringAttr.of("f32"));
    rounded.setAttribute("to", StringAttr.of("tf32"));
    StoreOp.create(at, rounded.result(), registers, List.of(kernel.math().constant(place)));
  }
}
