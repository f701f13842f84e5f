// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.builtin.IndexType;

/** The type index. */
public final class Index implements TypeConstraint {
  @Override
  public boolean accepts(Type type) {
    return type instanceof IndexType;
  }

  @Override
  public String description() {
    return "index";
  }

  @Override
  public Type onlyType() {
    return IndexType.INSTANCE;
  }
}
