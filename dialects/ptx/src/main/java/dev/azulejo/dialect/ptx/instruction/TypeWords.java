// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.diag.CompilerBug;

/** The words that instructions have for types. */
public final class TypeWords {
  private TypeWords() {}

  /** A number, with a sign where it is a whole one: {@code s32}, {@code f16}. */
  public static String number(Type type) {
    return type instanceof FloatType floating ? floating.format().keyword() : "s" + width(type);
  }

  /** A number, from 0 where it is a whole one: {@code u32}, {@code f16}. */
  public static String unsigned(Type type) {
    return type instanceof FloatType floating ? floating.format().keyword() : "u" + width(type);
  }

  /** Bits, whatever they stand for: {@code b32}, {@code pred}. */
  public static String bits(Type type) {
    return width(type) == 1 ? "pred" : "b" + width(type);
  }

  /** What is copied to and from memory: {@code f32}, {@code b16}. */
  public static String memory(Type type) {
    return registerClass(type).word();
  }

  /** How many bits a register of the type has. */
  public static int width(Type type) {
    return registerClass(type).width();
  }

  private static RegisterClass registerClass(Type type) {
    RegisterClass found = RegisterClass.of(type);
    if (found == null) {
      throw new CompilerBug("a type that no register holds passed the verifier");
    }
    return found;
  }
}
