// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TensorTest {
  @ParameterizedTest
  @EnumSource
  void elementsKeepTheirBits(ElementType type) {
    Tensor tensor = new Tensor("t", type, 3, 5);
    assertThat(tensor.count()).isEqualTo(15);
    for (int i = 0; i < 15; i++) {
      assertThat(tensor.bits(i)).isZero();
      tensor.setBits(i, 0x0123456789ABCDEFL * (i + 1));
    }
    for (int i = 0; i < 15; i++) {
      long mask = -1L >>> (64 - type.width());
      assertThat(tensor.bits(i)).isEqualTo(0x0123456789ABCDEFL * (i + 1) & mask);
    }
    assertThat(tensor.brokenGuard()).isEmpty();
  }

  @Test
  void bytesAreLittleEndian() {
    Tensor tensor = new Tensor("t", ElementType.I32, 2);
    tensor.setBits(0, 0x04030201);
    tensor.setBits(1, -1);
    assertThat(tensor.toBytes()).containsExactly(1, 2, 3, 4, -1, -1, -1, -1);
    tensor.setBytes(new byte[] {5, 0, 0, 0, 6, 0, 0, 0});
    assertThat(tensor.bits(1)).isEqualTo(6);
    assertThatThrownBy(() -> tensor.setBytes(new byte[7]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indicesAreRowMajor() {
    Tensor tensor = new Tensor("t", ElementType.F32, 2, 3, 4);
    assertThat(tensor.element(1, 2, 3)).isEqualTo(23);
    assertThat(tensor.indices(13)).containsExactly(1, 0, 1);
    assertThat(tensor.element(tensor.indices(17))).isEqualTo(17);
    assertThatThrownBy(() -> tensor.element(0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.element(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.bits(24)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.setBits(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aScalarHasOneElementAndAnEmptyShapeNone() {
    assertThat(new Tensor("t", ElementType.F16).count()).isEqualTo(1);
    assertThat(new Tensor("t", ElementType.F16).indices(0)).isEmpty();
    assertThat(new Tensor("t", ElementType.F16, 1L << 40, 0).count()).isZero();
  }

  @Test
  void impossibleShapesAreRefused() {
    assertThatThrownBy(() -> new Tensor("t", ElementType.F32, 1 << 20, 1 << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [1048576, 1048576] of f32 exceeds two gigabytes");
    assertThatThrownBy(() -> new Tensor("t", ElementType.F32, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void guardsNoticeEveryNeighbour(ElementType type) {
    for (int distance : new int[] {-256, -1, 7, 7 + 255}) {
      Tensor tensor = new Tensor("t", type, 7);
      tensor.setBitsAround(0, 1);
      tensor.setBitsAround(6, 1);
      assertThat(tensor.brokenGuard()).isEmpty();
      tensor.setBitsAround(distance, 1);
      assertThat(tensor.brokenGuard()).hasValue(distance);
    }
    Tensor tensor = new Tensor("t", type, 7);
    assertThatThrownBy(() -> tensor.setBitsAround(7 + 256, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @EnumSource
  void poisonCountsWhatNobodyWrote(ElementType type) {
    Tensor tensor = new Tensor("t", type, 10);
    assertThat(tensor.poisoned()).isZero();
    tensor.poison();
    assertThat(tensor.poisoned()).isEqualTo(10);
    tensor.setValue(3, 1);
    assertThat(tensor.poisoned()).isEqualTo(9);
    assertThat(tensor.value(3)).isEqualTo(1);
    assertThat(tensor.brokenGuard()).isEmpty();
  }

  @Test
  void conversionRoundsOnceAndKeepsIntegers() {
    Tensor wide = new Tensor("t", ElementType.F64, 2);
    wide.setValue(0, 1 + 0x1p-11);
    wide.setValue(1, -0.5);
    Tensor half = wide.converted(ElementType.F16);
    assertThat(half.bits(0)).isEqualTo(0x3C00);
    assertThat(half.bits(1)).isEqualTo(0xB800);
    Tensor large = new Tensor("t", ElementType.I64, 1);
    large.setBits(0, Long.MAX_VALUE - 1);
    assertThat(large.converted(ElementType.UI64).bits(0)).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(large.converted(ElementType.I8).value(0)).isEqualTo(-2);
  }
}
