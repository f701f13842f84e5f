// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** An {@link AllReduceOperation} as an attribute: {@code #gpu<all_reduce_op add>}. */
public record AllReduceOperationAttr(AllReduceOperation value) implements EnumAttr {
  static final String MNEMONIC = "all_reduce_op";

  static AllReduceOperationAttr parse(AsmParser parser) {
    return new AllReduceOperationAttr(
        EnumWords.parse(parser, "gpu::AllReduceOperation", List.of(AllReduceOperation.values())));
  }

  @Override
  public String mnemonic() {
    return MNEMONIC;
  }
}
