// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of functions of numbers. */
public final class MathDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "math";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return MathOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return MathOps.names();
  }
}
