// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmParser;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.EnumWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says, in the mapping of an {@code scf.forall}, what executes its iterations: {@code
 * #gpu.thread<x>}.
 *
 * @param level who executes them
 * @param value which of these
 */
public record MappingAttr(Level level, MappingId value) implements Attribute {
  /** Who executes the iterations. */
  public enum Level {
    /** The blocks of a grid. */
    BLOCK,
    /** The warpgroups of a block. */
    WARPGROUP,
    /** The warps of a block. */
    WARP,
    /** The threads of a block. */
    THREAD,
    /** The lanes of a warp. */
    LANE
  }

  /** The level that a word means, or null. */
  static @Nullable Level level(String mnemonic) {
    for (Level level : Level.values()) {
      if (EnumWords.of(level).equals(mnemonic)) {
        return level;
      }
    }
    return null;
  }

  static MappingAttr parse(AsmParser parser, Level level) {
    return new MappingAttr(
        level,
        parser.inAngles(
            () -> EnumWords.parse(parser, "gpu::MappingId", List.of(MappingId.values()))));
  }

  @Override
  public void print(AsmPrinter printer) {
    printer.text("#gpu.").text(EnumWords.of(level)).text("<").text(EnumWords.of(value)).text(">");
  }
}
