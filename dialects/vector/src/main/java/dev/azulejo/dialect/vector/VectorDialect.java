// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.OpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of vectors. */
public final class VectorDialect implements Dialect {
  /** Its name. */
  public static final String NAME = "vector";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return VectorOps.find(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return VectorOps.names();
  }

  @Override
  public @Nullable Attribute parseAttribute(AsmParser parser, String mnemonic) {
    return switch (mnemonic) {
      case CombiningKindAttr.MNEMONIC -> CombiningKindAttr.parse(parser);
      case IteratorTypeAttr.MNEMONIC -> IteratorTypeAttr.parse(parser);
      case PunctuationAttr.MNEMONIC -> PunctuationAttr.parse(parser);
      default -> null;
    };
  }
}
