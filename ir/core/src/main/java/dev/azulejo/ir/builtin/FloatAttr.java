// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmPrinter;
import java.math.BigInteger;

/**
 * A floating-point number of a type: {@code 1.000000e+00 : f32}.
 *
 * @param type its type
 * @param bits its bits
 */
public record FloatAttr(FloatType type, BigInteger bits) implements TypedAttr {

  /** The number of the type that is nearest. */
  public static FloatAttr of(FloatType type, double value) {
    return new FloatAttr(type, type.format().encodeWide(value));
  }

  /** The number that bits stand for. */
  public static FloatAttr ofBits(FloatType type, BigInteger bits) {
    return new FloatAttr(type, bits);
  }

  /** The number as a double: exactly for types up to 64 bits. */
  public double doubleValue() {
    return type.format().decode(bits);
  }

  @Override
  public void print(AsmPrinter printer) {
    printWithoutType(printer);
    printer.text(" : ").type(type);
  }

  @Override
  public void printWithoutType(AsmPrinter printer) {
    printer.text(type.format().print(bits));
  }
}
