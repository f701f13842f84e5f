// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of control flow between blocks. */
public final class CfDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "cf";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return CfOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return CfOps.names();
  }
}
