// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;

/** Registers of an array that follow each other, as an instruction uses them. */
final class Slice {
  private Slice() {}

  /** What the registers of an array hold. */
  static Type element(Value array) {
    RegistersType type = Registers.of(array.type());
    if (type != null) {
      return type.element();
    }
    throw new CompilerBug("what is no array of registers passed the verifier");
  }

  /** Reports registers that an array has not; returns whether it has them. */
  static boolean verify(
      Operation op, String what, Value array, IntegerAttr first, int count, Diagnostics sink) {
    long start = first.longValue();
    RegistersType type = Registers.of(array.type());
    if (type != null && (start < 0 || start + count > type.size())) {
      sink.report(
          op.error(
              "uses registers %d to %d as %s, but there are %d",
              start, start + count - 1, what, type.size()));
      return false;
    }
    return true;
  }

  /** Reports registers that hold something else; returns whether they hold what is wanted. */
  static boolean verifyElement(
      Operation op, String what, Value array, Type wanted, Diagnostics diagnostics) {
    if (element(array).equals(wanted)) {
      return true;
    }
    diagnostics.report(
        op.error(
            "needs registers of type %s as %s, not %s",
            AsmText.ofType(wanted), what, AsmText.ofType(element(array))));
    return false;
  }
}
