// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** A {@link Dimension} as an attribute: {@code #gpu<dim x>}. */
public record DimensionAttr(Dimension value) implements EnumAttr {
  static final String MNEMONIC = "dim";

  static DimensionAttr parse(AsmParser parser) {
    return new DimensionAttr(
        EnumWords.parse(parser, "gpu::Dimension", List.of(Dimension.values())));
  }

  @Override
  public String mnemonic() {
    return MNEMONIC;
  }
}
