// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.op;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect that every tool knows. Its types and attributes have spellings of their own. */
public final class BuiltinDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "builtin";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return BuiltinOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return BuiltinOps.names();
  }
}
