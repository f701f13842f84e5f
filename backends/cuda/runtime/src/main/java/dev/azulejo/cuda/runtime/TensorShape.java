// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.util.Arrays;

/**
 * What a tensor map says of a tensor in global memory and of the box that one copy takes. Sizes go
 * from the innermost dimension outwards. What the hardware does not take is refused here, with the
 * number that is wrong; the driver would only say that some value is invalid.
 */
public final class TensorShape {
  private static final int MOST_DIMENSIONS = 5;
  private static final int LARGEST_BOX = 256;
  private static final long LARGEST_SIZE = 1L << 32;
  private static final long LARGEST_STRIDE = 1L << 40;
  private static final int UNIT = 16;

  private final TensorElement element;
  private final long[] sizes;
  private final long[] strides;
  private final int[] box;
  private final TensorSwizzle swizzle;
  private final TensorPromotion promotion;

  private TensorShape(
      TensorElement element,
      long[] sizes,
      long[] strides,
      int[] box,
      TensorSwizzle swizzle,
      TensorPromotion promotion) {
    this.element = element;
    this.sizes = sizes;
    this.strides = strides;
    this.box = box;
    this.swizzle = swizzle;
    this.promotion = promotion;
    check();
  }

  /**
   * A tensor without gaps, copied in boxes.
   *
   * @param sizes elements along each dimension, innermost first
   * @param box elements of a box along each dimension
   */
  public static TensorShape of(TensorElement element, long[] sizes, int[] box) {
    long[] strides = new long[Math.max(sizes.length - 1, 0)];
    long bytes = element.bytes();
    for (int i = 0; i < strides.length; i++) {
      bytes *= sizes[i];
      strides[i] = bytes;
    }
    return new TensorShape(
        element,
        sizes.clone(),
        strides,
        box.clone(),
        TensorSwizzle.NONE,
        TensorPromotion.BYTES_128);
  }

  /**
   * A tensor whose rows may have gaps between them, copied in boxes.
   *
   * @param sizes elements along each dimension, innermost first
   * @param strides bytes from one row to the next along each dimension but the innermost
   * @param box elements of a box along each dimension
   */
  public static TensorShape ofRows(TensorElement element, long[] sizes, long[] strides, int[] box) {
    return new TensorShape(
        element,
        sizes.clone(),
        strides.clone(),
        box.clone(),
        TensorSwizzle.NONE,
        TensorPromotion.BYTES_128);
  }

  /**
   * The same with gaps.
   *
   * @param bytes from one row to the next along each dimension but the innermost
   */
  public TensorShape withStrides(long... bytes) {
    return new TensorShape(element, sizes, bytes.clone(), box, swizzle, promotion);
  }

  /** The same with another swizzle. */
  public TensorShape withSwizzle(TensorSwizzle other) {
    return new TensorShape(element, sizes, strides, box, other, promotion);
  }

  /** The same with another promotion. */
  public TensorShape withPromotion(TensorPromotion other) {
    return new TensorShape(element, sizes, strides, box, swizzle, other);
  }

  private void check() {
    int rank = sizes.length;
    require(rank >= 1 && rank <= MOST_DIMENSIONS, "1 to 5 dimensions, not " + rank);
    require(box.length == rank, "a box of " + rank + " dimensions, not " + box.length);
    require(strides.length == rank - 1, (rank - 1) + " strides, not " + strides.length);
    for (int i = 0; i < rank; i++) {
      require(
          sizes[i] >= 1 && sizes[i] <= LARGEST_SIZE,
          "dimension " + i + " of 1 to 2^32 elements, not " + sizes[i]);
      require(
          box[i] >= 1 && box[i] <= LARGEST_BOX,
          "a box of 1 to 256 elements along dimension " + i + ", not " + box[i]);
    }
    for (long stride : strides) {
      require(
          stride > 0 && stride < LARGEST_STRIDE && stride % UNIT == 0,
          "strides of a multiple of 16 bytes below 2^40, not " + stride);
    }
    int inner = box[0] * element.bytes();
    require(inner % UNIT == 0, "a box whose rows are a multiple of 16 bytes, not " + inner);
    require(
        swizzle.span() == 0 || inner <= swizzle.span(),
        "a box whose rows have at most the "
            + swizzle.span()
            + " bytes of the swizzle, not "
            + inner);
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("a tensor map wants " + what);
    }
  }

  TensorElement element() {
    return element;
  }

  int rank() {
    return sizes.length;
  }

  long[] sizes() {
    return sizes.clone();
  }

  long[] strides() {
    return strides.clone();
  }

  int[] box() {
    return box.clone();
  }

  TensorSwizzle swizzle() {
    return swizzle;
  }

  TensorPromotion promotion() {
    return promotion;
  }

  @Override
  public String toString() {
    return element.text()
        + " sizes "
        + Arrays.toString(sizes)
        + " strides "
        + Arrays.toString(strides)
        + " box "
        + Arrays.toString(box)
        + " swizzle "
        + swizzle.span();
  }
}
