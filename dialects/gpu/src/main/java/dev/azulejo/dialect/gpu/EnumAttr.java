// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;

/** One constant of an enumeration as an attribute. */
sealed interface EnumAttr extends Attribute
    permits AllReduceOperationAttr, DimensionAttr, ShuffleModeAttr {
  /** The constant. */
  Enum<?> value();

  /** The word in front of it: {@code dim} in {@code #gpu<dim x>}. */
  String mnemonic();

  @Override
  default void print(AsmPrinter printer) {
    printer.text("#gpu<").text(mnemonic()).text(" ").text(EnumWords.of(value())).text(">");
  }
}
