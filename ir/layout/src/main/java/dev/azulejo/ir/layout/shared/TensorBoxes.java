// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import dev.azulejo.ir.layout.Attempt;
import java.util.ArrayList;
import java.util.List;

/**
 * The boxes by which the tensor engine copies a part of a tile between global and shared memory,
 * and the tensor map that describes them. The engine writes a box into consecutive bytes, the map's
 * first dimension fastest, and exchanges bits of addresses as its swizzle says.
 *
 * @param mode the swizzle of the map
 * @param axes the dimensions of the map, innermost first
 * @param boxes the boxes of the first share
 * @param share what each further share begins behind the one before
 */
public record TensorBoxes(SwizzleMode mode, List<Axis> axes, List<Box> boxes, Box share) {
  /** How long a box is at most in each dimension. */
  public static final int LONGEST = 256;

  /** What the address of a box in shared memory is a multiple of. */
  public static final int DESTINATION = 128;

  private static final int CHUNK = 16;

  /** A dimension of the tensor that a dimension of a map goes along. */
  public enum Along {
    /** The one of the tile's rows. */
    ROWS,
    /** The one of the tile's columns, which is contiguous. */
    COLUMNS
  }

  /**
   * A dimension of a tensor map.
   *
   * @param along what it goes along
   * @param step how many elements of that are one of its own
   * @param count how many there are; -1 for all that the tensor has
   * @param box how many of them a box has
   */
  public record Axis(Along along, long step, long count, long box) {}

  /**
   * Where a box begins.
   *
   * @param bytes in shared memory, behind the start of the tile
   * @param row in the part that is copied
   * @param column in the part that is copied
   */
  public record Box(long bytes, long row, long column) {}

  /**
   * A part of a tile that is copied.
   *
   * @param row where it begins in the tile
   * @param column where it begins in the tile
   * @param rows how many rows it has
   * @param columns how many columns it has
   */
  public record Part(long row, long column, long rows, long columns) {}

  /** Keeps the lists as they are. */
  public TensorBoxes {
    axes = List.copyOf(axes);
    boxes = List.copyOf(boxes);
  }

  /**
   * The fewest boxes for a part of a tile.
   *
   * @param wholeBlocks whether the tensor's columns, and the first of them that is copied, are
   *     known to be multiples of a block's; only then one box may have several blocks
   * @param shares how many shares of equal size the boxes are to be in
   */
  public static Attempt<TensorBoxes> of(
      ColumnBlocks tile, Part part, boolean wholeBlocks, long shares) {
    return tile.rows() == 1 && tile.mode() == SwizzleMode.NONE
        ? row(tile, part, shares)
        : blocks(tile, part, wholeBlocks, shares);
  }

  /** A part of a single row. */
  private static Attempt<TensorBoxes> row(ColumnBlocks tile, Part part, long shares) {
    long bytes = tile.bits() / Byte.SIZE;
    if (part.columns % shares != 0) {
      return unshared(shares);
    }
    long share = part.columns / shares;
    long box = divisor(share, DESTINATION / bytes);
    if (box == 0 && share <= LONGEST && shares == 1) {
      box = share;
    }
    if (box == 0 || box * bytes % CHUNK != 0 || part.column * bytes % DESTINATION != 0) {
      return Attempt.refused("its row is not made of boxes that begin at multiples of 128 bytes");
    }
    List<Box> boxes = new ArrayList<>();
    for (long at = 0; at < share; at += box) {
      boxes.add(new Box((part.column + at) * bytes, 0, at));
    }
    Axis axis = new Axis(Along.COLUMNS, 1, -1, box);
    return Attempt.success(
        new TensorBoxes(tile.mode(), List.of(axis), boxes, new Box(share * bytes, 0, share)));
  }

  private static Attempt<TensorBoxes> blocks(
      ColumnBlocks tile, Part part, boolean wholeBlocks, long shares) {
    long inBlock = tile.inBlock();
    boolean isSwizzled = tile.mode() != SwizzleMode.NONE;
    if (part.column % inBlock != 0 || part.columns % inBlock != 0) {
      return Attempt.refused("it begins or ends within a column block of " + inBlock);
    }
    if (inBlock > LONGEST || !tile.isDense()) {
      return Attempt.refused(
          inBlock > LONGEST
              ? "a row has more than " + LONGEST + " elements"
              : "its rows don't lie one behind the other");
    }
    if (isSwizzled && part.row % SwizzleMode.ROWS != 0) {
      return Attempt.refused("it begins within a group of eight rows");
    }
    long count = part.columns / inBlock;
    boolean isOneBlockAfterTheOther = tile.block() == part.rows * tile.width();
    boolean isDeep =
        count > 1
            && count <= LONGEST
            && part.rows <= LONGEST
            && wholeBlocks
            && isOneBlockAfterTheOther
            && count % shares == 0;
    return isDeep ? Attempt.success(deep(tile, part, shares)) : flat(tile, part, shares);
  }

  /** One box of all blocks, or of those of a share. */
  private static TensorBoxes deep(ColumnBlocks tile, Part part, long shares) {
    long inBlock = tile.inBlock();
    long count = part.columns / inBlock / shares;
    return new TensorBoxes(
        tile.mode(),
        List.of(
            new Axis(Along.COLUMNS, 1, inBlock, inBlock),
            new Axis(Along.ROWS, 1, -1, part.rows),
            new Axis(Along.COLUMNS, inBlock, -1, count)),
        List.of(new Box(tile.offset(part.row, part.column), 0, 0)),
        new Box(count * tile.block(), 0, count * inBlock));
  }

  /** Boxes of rows of a single block. */
  private static Attempt<TensorBoxes> flat(ColumnBlocks tile, Part part, long shares) {
    long inBlock = tile.inBlock();
    long blocks = part.columns / inBlock;
    long aligned = Math.max(1, DESTINATION / tile.width());
    long group = tile.mode() == SwizzleMode.NONE ? aligned : SwizzleMode.ROWS;
    boolean byRows = shares > 1 && part.rows % (shares * group) == 0;
    if (shares > 1 && !byRows && blocks % shares != 0) {
      return unshared(shares);
    }
    long rows = byRows ? part.rows / shares : part.rows;
    long ownBlocks = byRows ? blocks : blocks / shares;
    long box = rows <= LONGEST ? rows : divisor(rows, group);
    if (box == 0) {
      return Attempt.refused(rows + " rows are not made of boxes of at most " + LONGEST);
    }
    List<Box> boxes = new ArrayList<>();
    for (long block = 0; block < ownBlocks; block++) {
      for (long row = 0; row < rows; row += box) {
        long column = block * inBlock;
        long bytes = tile.offset(part.row + row, part.column + column);
        if (bytes % DESTINATION != 0) {
          return Attempt.refused("a box would begin at no multiple of 128 bytes");
        }
        boxes.add(new Box(bytes, row, column));
      }
    }
    List<Axis> axes =
        List.of(new Axis(Along.COLUMNS, 1, -1, inBlock), new Axis(Along.ROWS, 1, -1, box));
    Box share =
        byRows
            ? new Box(rows * tile.width(), rows, 0)
            : new Box(ownBlocks * tile.block(), 0, ownBlocks * inBlock);
    if (shares > 1 && share.bytes % DESTINATION != 0) {
      return unshared(shares);
    }
    return Attempt.success(new TensorBoxes(tile.mode(), axes, boxes, share));
  }

  private static Attempt<TensorBoxes> unshared(long shares) {
    return Attempt.refused("it can't be cut into " + shares + " shares of whole boxes");
  }

  /** The largest number up to the longest box that divides a size and is a multiple; or 0. */
  private static long divisor(long size, long multiple) {
    long largest = LONGEST / multiple * multiple;
    for (long number = largest; number > 0; number -= multiple) {
      if (size % number == 0) {
        return number;
      }
    }
    return 0;
  }

  /** How many bytes the boxes of all shares have. */
  public long bytes(int bits, long shares) {
    long elements = boxes.size() * shares;
    for (Axis axis : axes) {
      elements *= axis.box;
    }
    return elements * bits / Byte.SIZE;
  }
}
