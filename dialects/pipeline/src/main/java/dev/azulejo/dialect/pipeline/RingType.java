// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/** Buffers whose slots roles hand over to each other: {@code !pipeline.ring}. */
public record RingType() implements Type {
  /** The word behind the dialect's name. */
  public static final String MNEMONIC = "ring";

  /** The only one. */
  public static final RingType INSTANCE = new RingType();

  @Override
  public void print(AsmPrinter printer) {
    printer.text("!pipeline.ring");
  }
}
