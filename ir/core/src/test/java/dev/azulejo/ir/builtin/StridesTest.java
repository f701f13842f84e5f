// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StridesTest {
  private static final long DYNAMIC = ShapedType.DYNAMIC;
  private static final AffineExpr D0 = AffineExpr.dimension(0);
  private static final AffineExpr D1 = AffineExpr.dimension(1);
  private static final AffineExpr S0 = AffineExpr.symbol(0);

  @Test
  void aBufferWithoutLayoutIsDense() {
    assertThat(Strides.of(MemRefType.of(new long[] {2, 3, 4}, FloatType.F32)))
        .isEqualTo(Strides.of(new long[] {12, 4, 1}, 0));
    assertThat(Strides.of(MemRefType.of(new long[] {2, DYNAMIC, 4}, FloatType.F32)))
        .isEqualTo(Strides.of(new long[] {DYNAMIC, 4, 1}, 0));
    assertThat(Strides.dense()).isEqualTo(Strides.of(new long[0], 0));
  }

  @Test
  void aStridedLayoutSaysItself() {
    StridedLayoutAttr layout = StridedLayoutAttr.of(List.of(7L, DYNAMIC), 3);
    Strides strides = Strides.of(new long[] {7, DYNAMIC}, 3);
    assertThat(Strides.of(MemRefType.of(new long[] {2, 3}, FloatType.F32, layout, null)))
        .isEqualTo(strides);
    assertThat(strides.layout()).isEqualTo(layout);
    assertThat(strides).hasToString("strided<[7, ?], offset: 3>");
  }

  @Test
  void aLinearMapGivesItsFactors() {
    assertThat(ofMap(D0.times(8).plus(D1.times(2)).plus(5)))
        .isEqualTo(Strides.of(new long[] {8, 2}, 5));
    assertThat(ofMap(D0.plus(D1).times(3).plus(D0))).isEqualTo(Strides.of(new long[] {4, 3}, 0));
    assertThat(ofMap(D0.times(S0).plus(D1))).isEqualTo(Strides.of(new long[] {DYNAMIC, 1}, 0));
    assertThat(ofMap(D0.plus(D1).plus(S0.times(4))))
        .isEqualTo(Strides.of(new long[] {1, 1}, DYNAMIC));
  }

  @Test
  void aMapThatIsNotLinearHasNoStrides() {
    assertThat(ofMap(D0.floorDiv(AffineExpr.constant(2)))).isNull();
    assertThat(ofMap(D0.plus(D1.mod(AffineExpr.constant(2))))).isNull();
    AffineMapAttr swap = AffineMapAttr.of(AffineMap.permutation(2, 1, 0));
    assertThat(Strides.of(MemRefType.of(new long[] {2, 3}, FloatType.F32, swap, null))).isNull();
  }

  @Test
  void whatIsTooLargeIsNotKnown() {
    assertThat(Strides.times(1L << 62, 2)).isEqualTo(DYNAMIC);
    assertThat(Strides.times(-(1L << 61), 2)).isEqualTo(-(1L << 62));
    assertThat(Strides.plus(Long.MAX_VALUE, 1)).isEqualTo(DYNAMIC);
    assertThat(Strides.plus(Long.MAX_VALUE, -1)).isEqualTo(Long.MAX_VALUE - 1);
  }

  private static @Nullable Strides ofMap(AffineExpr result) {
    AffineMapAttr layout = AffineMapAttr.of(AffineMap.of(2, 1, List.of(result)));
    return Strides.of(MemRefType.of(new long[] {2, 3}, FloatType.F32, layout, null));
  }
}
