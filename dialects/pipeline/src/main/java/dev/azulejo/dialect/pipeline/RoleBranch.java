// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Diagnostics;

/**
 * The mark of a branch, in the program of a thread, that parts threads by their roles. What one
 * side of it shares with the other their barriers with phases order.
 */
public final class RoleBranch {
  /** The attribute's name. */
  public static final String ATTRIBUTE = "pipeline.role_branch";

  private RoleBranch() {}

  /** Marks a branch. */
  public static void mark(Operation branch) {
    branch.setAttribute(ATTRIBUTE, UnitAttr.INSTANCE);
  }

  static void verify(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
    if (!(attribute.value() instanceof UnitAttr) || op.regionCount() != 2) {
      diagnostics.report(
          op.error("attribute '%s' belongs on a branch, and has no value", ATTRIBUTE));
    }
  }

  /** Is it marked? */
  public static boolean is(Operation branch) {
    return branch.hasAttribute(ATTRIBUTE);
  }
}
