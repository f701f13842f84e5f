// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of buffers in memory. */
public final class MemRefDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "memref";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return MemrefOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return MemrefOps.names();
  }
}
