// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lanes go their own ways and meet again. */
final class ThreadControlFlowTest {
  private static double[] numbers(java.util.function.IntUnaryOperator number) {
    return IntStream.range(0, 64).map(number).asDoubleStream().toArray();
  }

  @Test
  void eachThreadHasItsNumber() {
    assertThat(
            ThreadProgram.run(
                "%n = arith.index_cast %t : index to i32",
                "memref.store %n, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t));
  }

  @Test
  void lanesTakeBothSidesOfAnIf() {
    assertThat(
            ThreadProgram.run(
                "%r = arith.remui %t, %c3 : index",
                "%p = arith.cmpi eq, %r, %c1 : index",
                "%v = scf.if %p -> (i32) {",
                "  scf.yield %n5 : i32",
                "} else {",
                "  %q = arith.cmpi eq, %r, %c2 : index",
                "  %w = scf.if %q -> (i32) {",
                "    scf.yield %n7 : i32",
                "  } else {",
                "    %n = arith.index_cast %t : index to i32",
                "    scf.yield %n : i32",
                "  }",
                "  scf.yield %w : i32",
                "}",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t % 3 == 1 ? 5 : t % 3 == 2 ? 7 : t));
  }

  @Test
  void lanesLeaveALoopAtDifferentTimes() {
    assertThat(
            ThreadProgram.run(
                "%z = arith.constant 0 : i32",
                "%v = scf.for %i = %c0 to %t step %c3 iter_args(%a = %z) -> (i32) {",
                "  %n = arith.index_cast %i : index to i32",
                "  %b = arith.addi %a, %n : i32",
                "  scf.yield %b : i32",
                "}",
                "gpu.barrier",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> IntStream.range(0, t).filter(i -> i % 3 == 0).sum()));
  }

  @Test
  void carriedValuesChangePlaces() {
    assertThat(
            ThreadProgram.run(
                "%v:2 = scf.for %i = %c0 to %t step %c1 iter_args(%a = %n5, %b = %n7)"
                    + " -> (i32, i32) {",
                "  scf.yield %b, %a : i32, i32",
                "}",
                "memref.store %v#0, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t % 2 == 0 ? 5 : 7));
  }

  @Test
  void whileLoopsEndLaneByLane() {
    assertThat(
            ThreadProgram.run(
                "%v = scf.while (%x = %t) : (index) -> index {",
                "  %p = arith.cmpi ugt, %x, %c8 : index",
                "  scf.condition(%p) %x : index",
                "} do {",
                "^bb0(%y: index):",
                "  %h = arith.shrui %y, %c1 : index",
                "  scf.yield %h : index",
                "}",
                "%n = arith.index_cast %v : index to i32",
                "memref.store %n, %out[%t] : memref<64xi32>"))
        .isEqualTo(
            numbers(t -> {
              int x = t;
              while (x > 8) {
                x >>= 1;
              }
              return x;
            }));
  }

  @Test
  void choicesGoByTheirNumber() {
    assertThat(
            ThreadProgram.run(
                "%r = arith.remui %t, %c3 : index",
                "%v = scf.index_switch %r -> i32",
                "case 0 {",
                "  scf.yield %n5 : i32",
                "}",
                "case 2 {",
                "  scf.yield %n7 : i32",
                "}",
                "default {",
                "  %n = arith.constant 1 : i32",
                "  scf.yield %n : i32",
                "}",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t % 3 == 0 ? 5 : t % 3 == 2 ? 7 : 1));
  }

  @Test
  void valuesGoFromLaneToLane() {
    assertThat(
            ThreadProgram.run(
                "%n = arith.index_cast %t : index to i32",
                "%o = arith.constant 1 : i32",
                "%w = arith.constant 32 : i32",
                "%v, %ok = gpu.shuffle xor %n, %o, %w : i32",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t ^ 1));
  }

  @Test
  void aLaneThatIsElsewhereHasNoValueToGive() {
    assertThat(
            ThreadProgram.failure(
                "%n = arith.index_cast %t : index to i32",
                "%o = arith.constant 1 : i32",
                "%w = arith.constant 32 : i32",
                "%p = arith.cmpi ult, %t, %c3 : index",
                "scf.if %p {",
                "  %v, %ok = gpu.shuffle down %n, %o, %w : i32",
                "}"))
        .isEqualTo(
            "21: error: thread 2 (warp 0, lane 2) asks for the value of lane 3, which is not here");
  }

  @Test
  void vectorsAreMovedTogether() {
    assertThat(
            ThreadProgram.run(
                "%p = arith.cmpi ult, %t, %c16 : index",
                "scf.if %p {",
                "  %i = arith.shli %t, %c2 : index",
                "  %v = vector.from_elements %n5, %n7, %n7, %n5 : vector<4xi32>",
                "  vector.store %v, %out[%i] : memref<64xi32>, vector<4xi32>",
                "}"))
        .isEqualTo(numbers(t -> t % 4 == 0 || t % 4 == 3 ? 5 : 7));
  }

  @Test
  void vectorsAreComputedElementByElement() {
    assertThat(
            ThreadProgram.run(
                "%p = arith.cmpi ult, %t, %c16 : index",
                "scf.if %p {",
                "  %i = arith.shli %t, %c2 : index",
                "  %n = arith.index_cast %i : index to i32",
                "  %first = vector.broadcast %n : i32 to vector<4xi32>",
                "  %more = arith.constant dense<[0, 1, 2, 3]> : vector<4xi32>",
                "  %all = arith.addi %first, %more : vector<4xi32>",
                "  %five = vector.broadcast %n5 : i32 to vector<4xi32>",
                "  %small = arith.cmpi slt, %all, %five : vector<4xi32>",
                "  %v = arith.select %small, %five, %all : vector<4xi1>, vector<4xi32>",
                "  %w = vector.insert %n7, %v[1] : i32 into vector<4xi32>",
                "  vector.store %w, %out[%i] : memref<64xi32>, vector<4xi32>",
                "}"))
        .isEqualTo(numbers(t -> t % 4 == 1 ? 7 : Math.max(t, 5)));
  }

  @Test
  void vectorsAreMultipliedAndAddedAtOnce() {
    assertThat(
            ThreadProgram.run(
                "%n = arith.index_cast %t : index to i32",
                "%x = arith.sitofp %n : i32 to f32",
                "%a = vector.broadcast %x : f32 to vector<2xf32>",
                "%two = arith.constant dense<2.0> : vector<2xf32>",
                "%one = arith.constant dense<[0.0, 1.0]> : vector<2xf32>",
                "%all = vector.fma %a, %two, %one : vector<2xf32>",
                "%last = vector.extract %all[1] : f32 from vector<2xf32>",
                "%v = arith.fptosi %last : f32 to i32",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> 2 * t + 1));
  }

  @Test
  void elementsArePutTogetherAnew() {
    assertThat(
            ThreadProgram.run(
                "%n = arith.index_cast %t : index to i32",
                "%one = vector.from_elements %n : vector<1xi32>",
                "%bytes = vector.bitcast %one : vector<1xi32> to vector<4xi8>",
                "%low = vector.extract %bytes[0] : i8 from vector<4xi8>",
                "%v = arith.extsi %low : i8 to i32",
                "memref.store %v, %out[%t] : memref<64xi32>"))
        .isEqualTo(numbers(t -> t));
  }

  @Test
  void aLoopThatNeverEndsIsFoundOut() {
    String text =
        ThreadProgram.text(
            64,
            1,
            "scf.while : () -> () {",
            "  %p = arith.constant true",
            "  scf.condition(%p)",
            "} do {",
            "  scf.yield",
            "}");
    assertThat(Simulation.limited(text, 100_000).fail(ThreadProgram.room()).message())
        .isEqualTo("the run takes more than 100000 steps");
  }
}
