// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.EnumWords;
import java.util.List;

/** A {@link ShuffleMode} as an attribute: {@code #gpu<shuffle_mode xor>}. */
public record ShuffleModeAttr(ShuffleMode value) implements EnumAttr {
  static final String MNEMONIC = "shuffle_mode";

  static ShuffleModeAttr parse(AsmParser parser) {
    return new ShuffleModeAttr(
        EnumWords.parse(parser, "gpu::ShuffleMode", List.of(ShuffleMode.values())));
  }

  @Override
  public String mnemonic() {
    return MNEMONIC;
  }
}
