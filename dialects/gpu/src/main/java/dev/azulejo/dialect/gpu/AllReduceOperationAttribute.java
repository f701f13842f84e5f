// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;

/** An {@link AllReduceOperationAttr}. */
public final class AllReduceOperationAttribute implements AttributeConstraint {
  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof AllReduceOperationAttr;
  }

  @Override
  public String description() {
    return "built-in reduction operations supported by gpu.allreduce.";
  }
}
