// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.Locale;

/** A factor of a matrix product that lies in a block's shared memory. */
final class SharedFactor {
  private static final int PIECE = 16;
  private static final int EIGHT = 8;

  private final Descriptor descriptor;
  private final int[] pieces;
  private final int rows;
  private final int depth;
  private final int bytes;
  private final boolean transposed;

  /**
   * A factor.
   *
   * @param descriptor where it lies
   * @param rows how many rows A has, or columns B
   * @param depth how many numbers a row has
   * @param bytes how many bytes a number has
   * @param transposed whether rows lie innermost
   */
  SharedFactor(Descriptor descriptor, int rows, int depth, int bytes, boolean transposed) {
    this.descriptor = descriptor;
    this.rows = rows;
    this.depth = depth;
    this.bytes = bytes;
    this.transposed = transposed;
    this.pieces =
        transposed ? descriptor.piecesOfColumns(rows, depth) : descriptor.piecesOfRows(rows);
  }

  /** What is done with a number: its row, its place in the row, and its pattern. */
  interface Sink {
    void accept(int row, int k, long pattern);
  }

  /**
   * Notes the accesses of a product, or checks those of one of its warps that others have noted.
   *
   * @param what which factor it is
   */
  void touch(Warp warp, Transfer product, boolean notes, String what, Location place) {
    SharedMemory shared = warp.block().shared();
    for (int address : pieces) {
      if (!shared.holds(address, PIECE)) {
        throw warp.failure(
            place,
            0,
            "multiplies %s by the descriptor %s, which reads 16 bytes at the shared address 0x%x,"
                + " where no buffer is: %s",
            what,
            descriptor,
            address,
            shared.describe());
      }
      int at = address - SharedMemory.FIRST;
      Shadow.Access other =
          notes
              ? shared.shadow().touch(warp, 0, Shadow.Kind.READ, at, PIECE, product, place)
              : shared.shadow().conflict(warp, Shadow.Kind.READ, at, PIECE);
      if (other != null) {
        String reads =
            String.format(
                Locale.ROOT, "reads 16 bytes of %s at the shared address 0x%x", what, address);
        throw Conflict.of(warp, 0, reads, other, place);
      }
      if (notes) {
        requireWritten(warp, shared, address, what, place);
      }
    }
  }

  private void requireWritten(
      Warp warp, SharedMemory shared, int address, String what, Location place) {
    int at = address - SharedMemory.FIRST;
    int missing = shared.bytes().firstUnwrittenByte(at, PIECE);
    if (missing >= 0) {
      throw warp.failure(
          place,
          0,
          "multiplies %s by the descriptor %s, which reads the byte at the shared address 0x%x, which"
              + " was never written",
          what,
          descriptor,
          address + missing - at);
    }
  }

  /** Gives all numbers away. */
  void read(SharedMemory shared, Sink sink) {
    int across = rows / EIGHT;
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < depth; k++) {
        int piece =
            transposed ? pieces[k * across + row / EIGHT] : pieces[row * 2 + k * bytes / PIECE];
        int inPiece = transposed ? row % EIGHT * bytes : k * bytes % PIECE;
        int at = piece - SharedMemory.FIRST + inPiece;
        sink.accept(row, k, shared.bytes().bytesAt(at, bytes));
      }
    }
  }
}
