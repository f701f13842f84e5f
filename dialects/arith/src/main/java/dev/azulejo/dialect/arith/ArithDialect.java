// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.TypedAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of arithmetic, element by element where there are several. */
public final class ArithDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "arith";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return ArithOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return ArithOps.names();
  }

  @Override
  public @Nullable Attribute parseAttribute(AsmParser parser, String mnemonic) {
    return switch (mnemonic) {
      case FastMathAttr.MNEMONIC -> FastMathAttr.parse(parser);
      case OverflowAttr.MNEMONIC -> OverflowAttr.parse(parser);
      default -> null;
    };
  }

  @Override
  public @Nullable Operation constant(Inserter at, Attribute value, Type type) {
    return value instanceof TypedAttr typed && ConstantOp.canHold(typed, type)
        ? ConstantOp.create(at, typed)
        : null;
  }
}
