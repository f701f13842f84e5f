// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import org.jspecify.annotations.Nullable;

/** The name by which schedules speak of an operation of a launch. */
public final class StatementId {
  /** The attribute's name. */
  public static final String ATTRIBUTE = "pipeline.id";

  private StatementId() {}

  /** The name of an operation, or null for one that no schedule can speak of. */
  public static @Nullable String of(Operation op) {
    if (op instanceof StatementOp statement) {
      return statement.label().value();
    }
    return op.attribute(ATTRIBUTE) instanceof StringAttr id ? id.value() : null;
  }

  /** Reports an attribute that is no name. */
  public static void verify(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    if (!(attribute.value() instanceof StringAttr id) || id.value().isEmpty()) {
      diagnostics.report(op.error("attribute '%s' must be a name", ATTRIBUTE));
    } else if (op instanceof StatementOp) {
      diagnostics.report(op.error("has a name and needs no '%s'", ATTRIBUTE));
    }
  }
}
