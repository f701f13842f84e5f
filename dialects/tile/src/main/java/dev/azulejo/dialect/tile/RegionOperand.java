// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpParser.Operand;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region as it stands in an operation: {@code %As[%s, 0, 0][1, 128, 64]}. In the operation it is
 * the buffer, the offsets that are values, and two arrays: offsets and sizes. The bare name of a
 * buffer is all of it.
 */
public final class RegionOperand {
  private final Operand buffer;
  private final @Nullable MixedIndices offsets;
  private final long @Nullable [] sizes;
  private final Location location;

  private RegionOperand(
      Operand buffer, @Nullable MixedIndices offsets, long @Nullable [] sizes, Location location) {
    this.buffer = buffer;
    this.offsets = offsets;
    this.sizes = sizes;
    this.location = location;
  }

  // --- Text -------------------------------------------------------------------------------------

  static RegionOperand parse(OpParser parser) {
    Location location = parser.location();
    Operand buffer = parser.operand();
    if (!parser.at("[")) {
      return new RegionOperand(buffer, null, null, location);
    }
    MixedIndices offsets = MixedIndices.parse(parser, "[", "]");
    if (!parser.at("[")) {
      return new RegionOperand(buffer, offsets, null, location);
    }
    List<Long> sizes = new ArrayList<>();
    parser.list("[", "]", () -> sizes.add(parser.integer()));
    return new RegionOperand(
        buffer, offsets, sizes.stream().mapToLong(Long::longValue).toArray(), location);
  }

  /**
   * The sizes: as written, or all of the buffer, or null where they follow from the other side of a
   * copy.
   */
  long @Nullable [] sizes(Type type) {
    if (sizes != null) {
      return sizes;
    }
    return offsets == null && type instanceof MemRefType memref ? memref.shape() : null;
  }

  /** Adds the operands to the state and returns the array of constant offsets. */
  DenseArrayAttr resolve(OpParser parser, OperationState state, Type type) {
    state.operand(parser.resolve(buffer, type));
    if (offsets == null) {
      state.operands(List.of());
      int rank = type instanceof MemRefType memref ? memref.rank() : 0;
      return DenseArrayAttr.ofI64(new long[rank]);
    }
    List<Operand> dynamic = offsets.dynamic();
    List<Type> types = Collections.nCopies(dynamic.size(), IndexType.INSTANCE);
    state.operands(parser.resolve(dynamic, types, location));
    return offsets.constants();
  }

  Location location() {
    return location;
  }

  /** Prints a region; a whole buffer is its name, and sizes may be left out where they follow. */
  static void print(OpPrinter printer, BufferRegion region, boolean withSizes) {
    printer.operand(region.buffer());
    if (isAll(region)) {
      return;
    }
    printer.text("[");
    MixedIndices.print(printer, region.offsets());
    printer.text("]");
    if (withSizes) {
      String separator = "[";
      for (long size : region.sizes()) {
        printer.text(separator).number(size);
        separator = ", ";
      }
      printer.text("]");
    }
  }

  /** Is a region all of its buffer? */
  public static boolean isAll(BufferRegion region) {
    if (!(region.buffer().type() instanceof MemRefType type)) {
      return region.isWhole();
    }
    long[] shape = type.shape();
    if (region.sizes().size() != shape.length) {
      return false;
    }
    for (int i = 0; i < shape.length; i++) {
      boolean atStart = Long.valueOf(0).equals(region.offsets().get(i).constant());
      if (!atStart || region.sizes().get(i) != shape[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes the elements of a region on chip have, rounded up. */
  static long bytes(BufferRegion region) {
    long count = 1;
    for (long size : region.sizes()) {
      count *= size;
    }
    return region.buffer().type() instanceof MemRefType type ? bytes(count, type) : 0;
  }

  /** How many bytes so many elements of a buffer of static shape have, rounded up. */
  static long bytes(long count, MemRefType type) {
    long width = type.bitSize() / Math.max(1, type.elementCount());
    return Math.ceilDiv(count * width, Byte.SIZE);
  }

  /** Sizes without the ones in front; two regions with equal ones can be copied. */
  static List<Long> withoutLeadingOnes(List<Long> sizes) {
    int first = 0;
    while (first < sizes.size() && sizes.get(first) == 1) {
      first++;
    }
    return sizes.subList(first, sizes.size());
  }

  /** Sizes with ones in front or without some, so that there are {@code rank} of them, or null. */
  static long @Nullable [] fitted(long[] sizes, int rank) {
    long[] fitted = new long[rank];
    Arrays.fill(fitted, 1);
    for (int i = 0; i < sizes.length; i++) {
      int place = rank - sizes.length + i;
      if (place >= 0) {
        fitted[place] = sizes[i];
      } else if (sizes[i] != 1) {
        return null;
      }
    }
    return fitted;
  }

  // --- In an operation --------------------------------------------------------------------------

  /** The region that a buffer, its values and its two arrays stand for. */
  static BufferRegion region(
      Value buffer, List<Value> dynamic, DenseArrayAttr offsets, DenseArrayAttr sizes) {
    List<Long> extents = new ArrayList<>();
    for (long size : sizes.asLongs()) {
      extents.add(size);
    }
    List<Offset> starts = MixedIndices.offsets(offsets, dynamic);
    if (starts.size() != extents.size()) {
      return BufferRegion.whole(buffer);
    }
    return new BufferRegion(buffer, starts, extents);
  }

  /** The region that is all of a buffer, with its offsets and sizes written out. */
  public static BufferRegion all(Value buffer) {
    long[] shape = buffer.type() instanceof MemRefType type ? type.shape() : new long[0];
    List<Offset> offsets = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (long size : shape) {
      offsets.add(Offset.of(0));
      sizes.add(size);
    }
    return new BufferRegion(buffer, offsets, sizes);
  }

  /**
   * Moves a region of an operation into one version of a larger buffer: another buffer, and one
   * more offset and size in front.
   *
   * @param group the group of operands that holds the buffer; the next one holds the offsets
   * @param offsets the attribute of the constant offsets
   * @param sizes the attribute of the sizes
   */
  static void rebase(
      Operation op, int group, String offsets, String sizes, Value versioned, Offset slot) {
    if (!(op.attribute(offsets) instanceof DenseArrayAttr starts)
        || !(op.attribute(sizes) instanceof DenseArrayAttr extents)) {
      throw new CompilerBug("a region of " + op.name() + " passed the verifier");
    }
    List<Offset> moved = new ArrayList<>();
    moved.add(slot);
    moved.addAll(MixedIndices.offsets(starts, op.operandGroup(group + 1)));
    List<Long> longer = new ArrayList<>();
    longer.add(1L);
    for (long extent : extents.asLongs()) {
      longer.add(extent);
    }
    op.setOperand(op.operandGroupStart(group), versioned);
    op.setOperandGroup(group + 1, MixedIndices.values(moved));
    op.setAttribute(offsets, MixedIndices.constants(moved));
    op.setAttribute(sizes, DenseArrayAttr.ofI64(longer));
  }

  /** Reports what is wrong with a region: ranks, counts, sizes, and bounds on chip. */
  static void verify(
      Operation op,
      String name,
      Value buffer,
      List<Value> dynamic,
      DenseArrayAttr offsets,
      DenseArrayAttr sizes,
      Diagnostics diagnostics) {
    long[] shape = buffer.type() instanceof MemRefType type ? type.shape() : new long[0];
    long[] starts = offsets.asLongs();
    long[] extents = sizes.asLongs();
    if (starts.length != shape.length || extents.length != shape.length) {
      diagnostics.report(
          op.error(
              "%s has rank %d, but its region has %d offsets and %d sizes",
              name, shape.length, starts.length, extents.length));
      return;
    }
    if (!MixedIndices.fits(offsets, dynamic)) {
      diagnostics.report(
          op.error("the offsets of %s don't fit the number of values given for them", name));
      return;
    }
    boolean onChip = Space.of(buffer) != Space.GLOBAL;
    for (int i = 0; i < shape.length; i++) {
      if (extents[i] <= 0) {
        diagnostics.report(
            op.error(
                "the region of %s must have a static size in dimension %d: write it out as"
                    + " [offsets][sizes]",
                name, i));
      } else if (onChip
          && starts[i] != MemRefType.DYNAMIC
          && isOutside(starts[i], extents[i], shape[i])) {
        diagnostics.report(
            op.error(
                "the region of %s ends at %d in dimension %d, but the buffer ends at %d",
                name, starts[i] + extents[i], i, shape[i]));
      }
    }
  }

  private static boolean isOutside(long start, long extent, long end) {
    return start < 0 || start + extent > end;
  }
}
