// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * An array of barriers in shared memory: {@code !barrier.array<6>}.
 *
 * @param size how many
 */
public record BarrierArrayType(long size) implements Type {
  /** The word behind the dialect's name. */
  public static final String MNEMONIC = "array";

  /** The most barriers that an array can have: what fits into the shared memory of a block. */
  public static final long MAX_SIZE = 1 << 14;

  /** An array of a size. */
  public static BarrierArrayType of(long size) {
    return new BarrierArrayType(size);
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("!barrier.array<").number(size).text(">");
  }
}
