// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers in the text of instructions. */
final class Immediates {
  private Immediates() {}

  /** Can instructions have numbers of a type in their text? Copies always can. */
  static boolean exist(Type type) {
    boolean half = type.equals(FloatType.F16) || type.equals(FloatType.BF16);
    return !half && RegisterClass.of(type) != RegisterClass.PREDICATE;
  }

  static String text(Attribute value) {
    return switch (value) {
      case IntegerAttr number when RegisterClass.of(number.type()) == RegisterClass.PREDICATE ->
          number.isTrue() ? "1" : "0";
      case IntegerAttr number -> Long.toString(number.longValue());
      case FloatAttr number -> floating(number);
      default -> throw new CompilerBug("a constant that is no number passed the verifier");
    };
  }

  private static String floating(FloatAttr number) {
    return switch (number.type().width()) {
      case 16 -> "0x" + hexadecimal(number.bits(), 4);
      case 32 -> "0f" + hexadecimal(number.bits(), 8);
      default -> "0d" + hexadecimal(number.bits(), 16);
    };
  }

  private static String hexadecimal(BigInteger bits, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "X", bits);
  }
}
