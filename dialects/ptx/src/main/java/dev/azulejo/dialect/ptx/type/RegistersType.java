// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.type;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Type;

/**
 * Registers of one type, numbered from 0, that instructions read and write in place: {@code
 * !ptx.regs<128 x f32>}. Pairs of narrow numbers are in registers of type i32, the lower one first.
 *
 * @param size how many
 * @param element what each holds
 */
public record RegistersType(long size, Type element) implements Type {
  /** The word behind the dialect's name. */
  public static final String MNEMONIC = "regs";

  /** The most registers of an array: a thread has 255 of 32 bits, and a few may be spilled. */
  public static final long MAX_SIZE = 4096;

  @Override
  public void print(AsmPrinter printer) {
    printer.text("!ptx.regs<").number(size).text(" x ").type(element).text(">");
  }
}
