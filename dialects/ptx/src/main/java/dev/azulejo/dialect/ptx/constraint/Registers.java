// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.MemRefType;
import org.jspecify.annotations.Nullable;

/**
 * An array of registers. Above the rung of instructions it may be a buffer of the thread, of one
 * dimension and known size, whose elements become the registers.
 */
public final class Registers implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return of(type) != null;
  }

  /** The array that a type stands for, or null where it stands for none. */
  public static @Nullable RegistersType of(Type type) {
    if (type instanceof RegistersType registers) {
      return registers;
    }
    boolean isArray =
        type instanceof MemRefType memref
            && "local".equals(SpaceOf.word(memref))
            && memref.rank() == 1
            && memref.layout() == null
            && memref.shape()[0] > 0;
    return isArray && type instanceof MemRefType memref
        ? new RegistersType(memref.shape()[0], memref.elementType())
        : null;
  }

  @Override
  public String description() {
    return "an array of registers";
  }
}
