// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** An {@link AddressSpace} as an attribute, for memrefs: {@code #gpu.address_space<workgroup>}. */
public record AddressSpaceAttr(AddressSpace value) implements Attribute {
  static final String MNEMONIC = "address_space";

  static AddressSpaceAttr parse(AsmParser parser) {
    return new AddressSpaceAttr(
        parser.inAngles(
            () -> EnumWords.parse(parser, "gpu::AddressSpace", List.of(AddressSpace.values()))));
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#gpu.address_space<").text(EnumWords.of(value)).text(">");
  }
}
