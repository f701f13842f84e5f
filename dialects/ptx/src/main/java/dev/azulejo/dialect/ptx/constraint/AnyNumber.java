// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.constraint;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;

/** Whatever a register holds, truth values apart. */
public final class AnyNumber implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return RegisterClass.of(type) != null && RegisterClass.of(type) != RegisterClass.PREDICATE;
  }

  @Override
  public String description() {
    return "i16, i32, i64, f16, bf16, f32 or f64";
  }
}
