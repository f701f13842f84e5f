// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IntegerType;

/** The descriptor of a matrix in shared memory, or the registers that hold it. */
public final class DescriptorOrRegisters implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type.equals(IntegerType.I64) || Registers.of(type) != null;
  }

  @Override
  public String description() {
    return "64-bit signless integer or an array of registers";
  }
}
