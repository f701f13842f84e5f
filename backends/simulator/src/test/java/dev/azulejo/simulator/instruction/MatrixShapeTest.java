// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lane holds what, against the tables of the instruction set, a formula a shape. */
final class MatrixShapeTest {
  @FunctionalInterface
  interface Formula {
    int of(int row, int column);
  }

  record Table(
      String shape,
      int perRegister,
      Formula laneA,
      Formula elementA,
      Formula laneB,
      Formula elementB) {
    @Override
    public String toString() {
      return shape + " with " + perRegister;
    }
  }

  static Stream<Table> tables() {
    return Stream.of(
        new Table(
            "m16n8k16",
            2,
            (i, j) -> 4 * (i % 8) + j % 8 / 2,
            (i, j) -> 4 * (j / 8) + 2 * (i / 8) + j % 2,
            (k, n) -> 4 * n + k % 8 / 2,
            (k, _) -> 2 * (k / 8) + k % 2),
        new Table(
            "m16n8k8",
            1,
            (i, j) -> 4 * (i % 8) + j % 4,
            (i, j) -> 2 * (j / 4) + i / 8,
            (k, n) -> 4 * n + k % 4,
            (k, _) -> k / 4),
        new Table(
            "m16n8k32",
            4,
            (i, j) -> 4 * (i % 8) + j % 16 / 4,
            (i, j) -> 8 * (j / 16) + 4 * (i / 8) + j % 4,
            (k, n) -> 4 * n + k % 16 / 4,
            (k, _) -> 4 * (k / 16) + k % 4),
        new Table(
            "m16n8k8",
            2,
            (i, j) -> 4 * (i % 8) + j / 2,
            (i, j) -> 2 * (i / 8) + j % 2,
            (k, n) -> 4 * n + k / 2,
            (k, _) -> k % 2),
        new Table(
            "m16n8k4",
            1,
            (i, j) -> 4 * (i % 8) + j,
            (i, _) -> i / 8,
            (k, n) -> 4 * n + k,
            (_, _) -> 0),
        new Table(
            "m16n8k16",
            4,
            (i, j) -> 4 * (i % 8) + j / 4,
            (i, j) -> 4 * (i / 8) + j % 4,
            (k, n) -> 4 * n + k / 4,
            (k, _) -> k % 4),
        new Table("m8n8k4", 1, (i, k) -> 4 * i + k, (_, _) -> 0, (k, n) -> 4 * n + k, (_, _) -> 0));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void agreesWithTheTables(Table table) {
    MatrixShape shape = MatrixShape.of(table.shape(), table.perRegister());
    Set<Integer> ofA = new HashSet<>();
    Set<Integer> ofB = new HashSet<>();
    for (int k = 0; k < shape.depth(); k++) {
      for (int i = 0; i < shape.rows(); i++) {
        assertThat(shape.laneOfA(i, k)).isEqualTo(table.laneA().of(i, k));
        assertThat(shape.elementOfA(i, k)).isEqualTo(table.elementA().of(i, k));
        ofA.add(100 * shape.laneOfA(i, k) + shape.elementOfA(i, k));
      }
      for (int n = 0; n < 8; n++) {
        assertThat(shape.laneOfB(k, n)).isEqualTo(table.laneB().of(k, n));
        assertThat(shape.elementOfB(k)).isEqualTo(table.elementB().of(k, n));
        ofB.add(100 * shape.laneOfB(k, n) + shape.elementOfB(k));
      }
    }
    assertThat(ofA).hasSize(32 * shape.registersOfA() * shape.perRegister());
    assertThat(ofB).hasSize(32 * shape.registersOfB() * shape.perRegister());
  }

  @Test
  void sharesTheSumOut() {
    for (int lane = 0; lane < 32; lane++) {
      for (int element = 0; element < 4; element++) {
        int row = 8 * (element % 4 / 2) + lane / 4;
        int column = 2 * (lane % 4) + element % 2;
        assertThat(MatrixShape.laneOfSum(row, column)).isEqualTo(lane);
        assertThat(MatrixShape.elementOfSum(row, column)).isEqualTo(element);
      }
    }
  }

  @Test
  void sharesSmallMatricesOut() {
    Set<Integer> plain = new HashSet<>();
    for (int lane = 0; lane < 32; lane++) {
      for (int number = 0; number < 2; number++) {
        assertThat(SmallMatrices.row(lane, number, false)).isEqualTo(lane / 4);
        assertThat(SmallMatrices.column(lane, number, false)).isEqualTo(2 * (lane % 4) + number);
        assertThat(SmallMatrices.row(lane, number, true)).isEqualTo(2 * (lane % 4) + number);
        assertThat(SmallMatrices.column(lane, number, true)).isEqualTo(lane / 4);
        plain.add(
            8 * SmallMatrices.row(lane, number, false) + SmallMatrices.column(lane, number, false));
      }
    }
    assertThat(plain).hasSize(64);
    assertThat(SmallMatrices.laneOfRow(3, 5)).isEqualTo(29);
  }
}
