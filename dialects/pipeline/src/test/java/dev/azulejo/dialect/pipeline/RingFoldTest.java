// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slots and parities of known ordinals. */
class RingFoldTest {
  private final Region region = new Region();
  private final Block block = region.appendBlock();
  private final Inserter at = Inserter.atEnd(block, Location.unknown());

  /** For each ordinal the slot, the consumer's parity and the producer's. */
  @ParameterizedTest
  @CsvSource({
    "0, 0 0 1, 0 0 1, 0 0 1, 0 0 1",
    "1, 0 1 0, 1 0 1, 1 0 1, 1 0 1",
    "2, 0 0 1, 0 1 0, 2 0 1, 2 0 1",
    "3, 0 1 0, 1 1 0, 0 1 0, 3 0 1",
    "4, 0 0 1, 0 0 1, 1 1 0, 0 1 0",
    "5, 0 1 0, 1 0 1, 2 1 0, 1 1 0",
    "6, 0 0 1, 0 1 0, 0 0 1, 2 1 0",
    "7, 0 1 0, 1 1 0, 1 0 1, 3 1 0",
  })
  void followTheOrdinal(long ordinal, String one, String two, String three, String four) {
    List<String> byDepth = List.of(one, two, three, four);
    for (int depth = 1; depth <= byDepth.size(); depth++) {
      Value number = ConstantOp.index(at, ordinal);
      long slot = folded(SlotOp.create(at, number, depth));
      long forward = folded(ParityOp.create(at, number, depth, false));
      long back = folded(ParityOp.create(at, number, depth, true));
      assertThat(slot + " " + (forward & 1) + " " + (back & 1))
          .as("depth %d", depth)
          .isEqualTo(byDepth.get(depth - 1));
    }
  }

  @Test
  void anUnknownOrdinalStays() {
    Value unknown = block.addArgument(IndexType.INSTANCE, Location.unknown());
    assertThat(SlotOp.create(at, unknown, 3).fold()).isInstanceOf(FoldResult.Unchanged.class);
    assertThat(ParityOp.create(at, unknown, 3, true).fold())
        .isInstanceOf(FoldResult.Unchanged.class);
  }

  private static long folded(Foldable op) {
    assertThat(op.fold()).isInstanceOf(FoldResult.Replaced.class);
    FoldResult.Folded only = ((FoldResult.Replaced) op.fold()).results().getFirst();
    assertThat(only).isInstanceOf(FoldResult.Folded.Constant.class);
    Attribute value = ((FoldResult.Folded.Constant) only).value();
    assertThat(value).isInstanceOf(IntegerAttr.class);
    return ((IntegerAttr) value).longValue();
  }
}
