// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of structured control flow: loops and branches as operations with regions. */
public final class ScfDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "scf";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return ScfOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return ScfOps.names();
  }
}
