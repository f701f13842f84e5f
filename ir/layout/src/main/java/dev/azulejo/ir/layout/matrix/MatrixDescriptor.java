// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.shared.ColumnBlocks;
import dev.azulejo.ir.layout.shared.SwizzleMode;

/**
 * How wgmma is told where an operand lies in shared memory: 64 bits of an address, two distances
 * and a swizzle. All that an operand's instructions read differs in the address alone, which has
 * the low 14 bits.
 *
 * <p>The address is {@code bits 0 to 13}, the leading distance {@code 16 to 29} and the stride
 * {@code 32 to 45}, each in units of 16 bytes; the swizzle is {@code 62 to 63}. With k along the
 * rows of memory, the stride leads to the next eight rows, and the leading distance, without a
 * swizzle, to the next 16 bytes of k. With k down the rows of memory, the leading distance goes to
 * the next column block and the stride to the next eight k; without a swizzle, they change places.
 *
 * @param blocks the operand's tile
 * @param columnsAreK whether the dimension that is summed over is the contiguous one
 */
public record MatrixDescriptor(ColumnBlocks blocks, boolean columnsAreK) {
  /** How many bytes of k an instruction reads. */
  public static final int DEPTH = 32;

  private static final int UNIT = 16;
  private static final long LARGEST = 1 << 14;

  /**
   * The descriptor of an operand in a layout of two dimensions, or more where each index of those
   * in front is a tile of its own. Refused if the instruction can't be told to read the layout.
   */
  public static Attempt<MatrixDescriptor> of(Layout layout, int bits, boolean columnsAreK) {
    return ColumnBlocks.of(layout, bits)
        .then(blocks -> {
          var descriptor = new MatrixDescriptor(blocks, columnsAreK);
          if (blocks.rows() % SwizzleMode.ROWS != 0) {
            return Attempt.refused(blocks.rows() + " rows are no whole groups of eight");
          }
          return isField(descriptor.leading()) && isField(descriptor.stride())
              ? Attempt.success(descriptor)
              : Attempt.refused("its parts are too far apart for a matrix descriptor");
        });
  }

  private static boolean isField(long bytes) {
    return bytes >= 0 && bytes % UNIT == 0 && bytes / UNIT < LARGEST;
  }

  private boolean isSwizzled() {
    return blocks.mode() != SwizzleMode.NONE;
  }

  /** The leading distance in bytes; where it is not used, 16. */
  public long leading() {
    if (columnsAreK) {
      return isSwizzled() ? UNIT : blocks.block();
    }
    return isSwizzled() ? blocks.block() : blocks.group();
  }

  /** The stride in bytes. */
  public long stride() {
    return columnsAreK || isSwizzled() ? blocks.group() : blocks.block();
  }

  /** The descriptor without an address. */
  public long fields() {
    return ((leading() / UNIT) << 16)
        | ((stride() / UNIT) << 32)
        | ((long) blocks.mode().wgmmaField() << 62);
  }

  /** The descriptor of what begins at an address of shared memory. */
  public long at(long address) {
    return fields() | (address & 0x3ffff) / UNIT;
  }

  /**
   * How many bytes behind the tile's start an instruction begins that reads so many rows and
   * columns of memory from here on. Refused if it would read others.
   */
  public Attempt<Long> start(long row, long column, long rows, long columns) {
    if (row % SwizzleMode.ROWS != 0 || rows % SwizzleMode.ROWS != 0) {
      return Attempt.refused("an operand begins or ends within a group of eight rows");
    }
    long inBlock = blocks.inBlock();
    boolean isWhole = column % inBlock == 0 && columns % inBlock == 0;
    boolean isWithin = column / inBlock == (column + columns - 1) / inBlock;
    long chunk = (long) UNIT * Byte.SIZE / blocks.bits();
    boolean fits = (columnsAreK && isSwizzled()) ? (isWithin && column % chunk == 0) : isWhole;
    return fits
        ? Attempt.success(blocks.offset(row, column))
        : Attempt.refused("an operand begins or ends within a column block");
  }
}
