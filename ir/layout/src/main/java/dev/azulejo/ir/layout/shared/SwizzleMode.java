// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;

/**
 * The shared-memory layouts that NVIDIA's tensor copies and matrix descriptors know. A tile is
 * stored column block by column block; a block is {@link #span} bytes wide and has all rows, and
 * within its groups of eight rows the 16-byte chunks of a row are exchanged with the row's number.
 * With {@code w} chunks in a span, {@code vec} elements in a chunk, and {@code s = i mod 8}:
 *
 * <pre>
 * block = j / (w*vec)   chunk = (j / vec) mod w   chunk' = chunk xor (s / (8/w))
 * F(i, j) = (block, i / 8, s*w*vec + chunk'*vec + j mod vec)
 * </pre>
 *
 * <p>In bytes that is {@code b xor ((b and (w-1 shifted left by 7)) shifted right by 3)}, as the
 * PTX manual's swizzling modes have it.
 */
public enum SwizzleMode {
  /** No exchange: chunks of eight rows one after the other, which is not row-major. */
  NONE(0, 16, 128, 0, 0),
  /** Two chunks are exchanged. */
  B32(1, 32, 256, 3, 6),
  /** Four chunks are exchanged. */
  B64(2, 64, 512, 2, 4),
  /** Eight chunks are exchanged. */
  B128(3, 128, 1024, 1, 2);

  /** Rows that the pattern repeats after, and that a core matrix has. */
  public static final int ROWS = 8;

  private static final int CHUNK_BITS = 128;

  private final int tensorMapField;
  private final int span;
  private final int alignment;
  private final int wgmmaField;
  private final int tcgen05Field;

  SwizzleMode(int tensorMapField, int span, int alignment, int wgmmaField, int tcgen05Field) {
    this.tensorMapField = tensorMapField;
    this.span = span;
    this.alignment = alignment;
    this.wgmmaField = wgmmaField;
    this.tcgen05Field = tcgen05Field;
  }

  /** How wide a column block is, in bytes. */
  public int span() {
    return span;
  }

  /** What the address of a tile must be a multiple of, in bytes; also where the pattern repeats. */
  public int alignment() {
    return alignment;
  }

  /** The swizzle field of a tensor map. */
  public int tensorMapField() {
    return tensorMapField;
  }

  /** The layout field of a wgmma matrix descriptor. */
  public int wgmmaField() {
    return wgmmaField;
  }

  /** The layout field of a tcgen05 matrix descriptor. */
  public int tcgen05Field() {
    return tcgen05Field;
  }

  /**
   * The layout of a tile, {@code (i, j) -> (block, group, place)}; for {@link #NONE} the
   * interleaved one. Refused unless the rows are whole groups of eight and the columns whole
   * blocks.
   *
   * @param bits how many bits an element has
   */
  public Attempt<Layout> layout(long rows, long columns, int bits) {
    if (bits < 1 || CHUNK_BITS % bits != 0) {
      return Attempt.refused("16 bytes are no whole number of elements of " + bits + " bits");
    }
    long elements = (long) span * Byte.SIZE / bits;
    if (rows < 1 || rows % ROWS != 0 || columns < 1 || columns % elements != 0) {
      return Attempt.refused(
          rows
              + "x"
              + columns
              + " elements of "
              + bits
              + " bits are not made of blocks of "
              + ROWS
              + "x"
              + elements);
    }
    return Attempt.success(
        this == NONE ? interleaved(rows, columns, bits) : swizzled(rows, columns, bits));
  }

  private static Layout interleaved(long rows, long columns, int bits) {
    long vec = CHUNK_BITS / bits;
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    return Layout.of(
        Shape.of(rows, columns),
        j.floorDiv(vec).times(rows * vec).plus(i.times(vec)).plus(j.mod(vec)));
  }

  private Layout swizzled(long rows, long columns, int bits) {
    long vec = CHUNK_BITS / bits;
    long chunks = span / 16;
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr inGroup = i.mod(ROWS);
    IndexExpr chunk = j.floorDiv(vec).mod(chunks).xor(inGroup.floorDiv(ROWS / chunks));
    return Layout.of(
        Shape.of(rows, columns),
        j.floorDiv(vec * chunks),
        i.floorDiv(ROWS),
        inGroup.times(chunks * vec).plus(chunk.times(vec)).plus(j.mod(vec)));
  }

  /**
   * Where a byte of a column block is put: its number with bits from 7 on put into bits from 4 on.
   */
  public long swizzle(long offset) {
    long mask = span / 16L - 1;
    return offset ^ ((offset & (mask << 7)) >> 3);
  }

  /** Does a tile of so many bytes leave the next one aligned, as the versions of a buffer must? */
  public boolean keepsAlignment(long bytes) {
    return bytes % alignment == 0;
  }

  /**
   * The swizzle that a layout is, by its last two dimensions; {@link #NONE} if it is none, whatever
   * it is instead. Further dimensions have to be what {@link Layout#expand} puts in front.
   */
  public static SwizzleMode detect(Layout layout, int bits) {
    Shape shape = layout.inputShape();
    int lead = shape.rank() - 2;
    if (lead < 0 || !shape.slice(lead, lead + 2).isStatic()) {
      return NONE;
    }
    for (SwizzleMode mode : new SwizzleMode[] {B32, B64, B128}) {
      Attempt<Layout> tile = mode.layout(shape.size(lead), shape.size(lead + 1), bits);
      if (tile instanceof Attempt.Success<Layout>(Layout candidate)
          && candidate.expand(shape.slice(0, lead)).isSameAs(layout)) {
        return mode;
      }
    }
    return NONE;
  }

  /**
   * The layout that serves two who want different ones: of two swizzles the one of the smaller
   * span. Refused if the layouts differ and are not both swizzles of one shape.
   */
  public static Attempt<Layout> merge(Layout first, Layout second, int bits) {
    if (first.isSameAs(second)) {
      return Attempt.success(first);
    }
    SwizzleMode one = detect(first, bits);
    SwizzleMode other = detect(second, bits);
    boolean swizzles = one != NONE && other != NONE;
    if (!swizzles || !first.inputShape().equals(second.inputShape())) {
      return Attempt.refused(first + " and " + second + " have no common layout");
    }
    return Attempt.success(one.span < other.span ? first : second);
  }
}
