// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of functions. */
public final class FuncDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "func";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return FuncOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return FuncOps.names();
  }

  @Override
  public @Nullable Operation constant(Inserter at, Attribute value, Type type) {
    return value instanceof SymbolRefAttr name
            && name.isFlat()
            && type instanceof FunctionType function
        ? ConstantOp.create(at, name, function)
        : null;
  }
}
