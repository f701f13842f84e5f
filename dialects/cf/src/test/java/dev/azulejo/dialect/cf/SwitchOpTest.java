// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchOpTest {
  private final Region region = new Region();
  private final Block entry = region.appendBlock();
  private final Block otherwise = region.appendBlock();
  private final Block one = region.appendBlock();
  private final Block two = region.appendBlock();
  private final BlockArgument x = entry.addArgument(IntegerType.I8, Location.unknown());
  private final BlockArgument y = entry.addArgument(IntegerType.I8, Location.unknown());

  private final SwitchOp op =
      SwitchOp.create(
          Inserter.atEnd(entry, Location.unknown()),
          x,
          otherwise,
          List.of(y),
          List.of(
              new SwitchOp.Case(BigInteger.valueOf(7), one, List.of(x, y)),
              new SwitchOp.Case(BigInteger.valueOf(-1), two, List.of()),
              new SwitchOp.Case(BigInteger.valueOf(7), two, List.of(y))));

  @Test
  void successorsHaveTheirPartsOfTheOperands() {
    assertThat(op.successors()).containsExactly(otherwise, one, two, two);
    assertThat(op.successorOperands(0)).containsExactly(y);
    assertThat(op.successorOperands(1)).containsExactly(x, y);
    assertThat(op.successorOperands(2)).isEmpty();
    assertThat(op.successorOperands(3)).containsExactly(y);
    assertThat(op.successorOperandStart(0)).isEqualTo(1);
    assertThat(op.successorOperandStart(1)).isEqualTo(2);
    assertThat(op.successorOperandStart(3)).isEqualTo(4);
  }

  @Test
  void partsChangeOnTheirOwn() {
    op.setSuccessorOperands(1, List.of(y));
    op.setSuccessorOperands(2, List.of(x, x));
    op.setSuccessorOperands(0, List.of());
    assertThat(op.operands()).containsExactly(x, y, x, x, y);
    assertThat(op.successorOperands(0)).isEmpty();
    assertThat(op.successorOperands(1)).containsExactly(y);
    assertThat(op.successorOperands(2)).containsExactly(x, x);
    assertThat(op.successorOperands(3)).containsExactly(y);
    assertThat(op.caseOperandSegments().asLongs()).containsExactly(1, 2, 1);
  }

  @Test
  void theFirstCaseThatIsEqualCounts() {
    assertThat(op.successorFor(BigInteger.valueOf(7))).isEqualTo(1);
    assertThat(op.successorFor(BigInteger.valueOf(-1))).isEqualTo(2);
    assertThat(op.successorFor(BigInteger.valueOf(8))).isZero();
    assertThat(op.cases())
        .containsExactly(
            new SwitchOp.Case(BigInteger.valueOf(7), one, List.of(x, y)),
            new SwitchOp.Case(BigInteger.valueOf(-1), two, List.of()),
            new SwitchOp.Case(BigInteger.valueOf(7), two, List.of(y)));
  }
}
