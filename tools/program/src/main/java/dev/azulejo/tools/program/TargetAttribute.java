// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.program;

import dev.azulejo.dialect.tile.Target;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import org.jspecify.annotations.Nullable;

/** Writes into IR what it is compiled for, so that passes find it there and dumps show it. */
public final class TargetAttribute {
  private static final String FUNCTION = "func.func";

  private TargetAttribute() {}

  /** Refuses a target that nobody understands; null is none. */
  public static void check(@Nullable String target) throws UsageException {
    if (target != null && Target.parse(target) == null) {
      throw new UsageException(
          "error: unknown target '" + target + "'; known are such as sm_80, sm_90a and gfx942");
    }
  }

  /**
   * Writes a target on every function and on whatever names one already; on the module itself where
   * that is nothing.
   */
  public static void write(Operation module, String target) {
    StringAttr value = StringAttr.of(target);
    int[] written = {0};
    module.walk(op -> {
      if (op.name().equals(FUNCTION) || op.attribute(TileDialect.TARGET) != null) {
        op.setAttribute(TileDialect.TARGET, value);
        written[0]++;
      }
    });
    if (written[0] == 0) {
      module.setAttribute(TileDialect.TARGET, value);
    }
  }
}
