// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What copies, and what is like them, have in common: a region to read, one to write, and their
 * text.
 */
public sealed interface Copying
    permits AsyncCopyOp, AtomicUpdate, BulkStoreOp, CopyOp, TmaCopyOp, TmaStoreOp {
  /** The attributes that hold the regions. */
  Set<String> REGION_ATTRIBUTES =
      Set.of("sourceOffsets", "sourceSizes", "targetOffsets", "targetSizes");

  /** The buffer that is read. */
  Value source();

  /** The offsets of the source that are values. */
  List<Value> sourceIndices();

  /** The buffer that is written. */
  Value target();

  /** The offsets of the target that are values. */
  List<Value> targetIndices();

  /** The offsets of the source that are constants. */
  DenseArrayAttr sourceOffsets();

  /** The sizes of the source. */
  DenseArrayAttr sourceSizes();

  /** The offsets of the target that are constants. */
  DenseArrayAttr targetOffsets();

  /** The sizes of the target. */
  DenseArrayAttr targetSizes();

  /** What is read. */
  default BufferRegion sourceRegion() {
    return RegionOperand.region(source(), sourceIndices(), sourceOffsets(), sourceSizes());
  }

  /** What is written. */
  default BufferRegion targetRegion() {
    return RegionOperand.region(target(), targetIndices(), targetOffsets(), targetSizes());
  }

  /** Reads {@code %A[..] -> %B[..] {..} : type to type}. */
  static void parse(OpParser parser, OperationState state) {
    parse(parser, state, () -> {});
  }

  /** The same, with words behind the target, which {@code words} reads. */
  static void parse(OpParser parser, OperationState state, Runnable words) {
    RegionOperand source = RegionOperand.parse(parser);
    parser.expect("->");
    RegionOperand target = RegionOperand.parse(parser);
    words.run();
    parser.attributeDictionary(state);
    parser.expect(":");
    Type sourceType = parser.type();
    parser.expect("to");
    Type targetType = parser.type();
    long[] sourceSizes = source.sizes(sourceType);
    long[] targetSizes = target.sizes(targetType);
    if (sourceSizes == null && targetSizes == null) {
      throw parser.error(
          target.location(), "needs the sizes of one region: write them as [offsets][sizes]");
    }
    sourceSizes = orFitted(parser, source, sourceSizes, targetSizes, sourceType);
    targetSizes = orFitted(parser, target, targetSizes, sourceSizes, targetType);
    state.attribute("sourceOffsets", source.resolve(parser, state, sourceType));
    state.attribute("sourceSizes", DenseArrayAttr.ofI64(sourceSizes));
    state.attribute("targetOffsets", target.resolve(parser, state, targetType));
    state.attribute("targetSizes", DenseArrayAttr.ofI64(targetSizes));
  }

  private static long[] orFitted(
      OpParser parser,
      RegionOperand region,
      long @Nullable [] own,
      long @Nullable [] other,
      Type type) {
    if (own != null) {
      return own;
    }
    int rank = type instanceof MemRefType memref ? memref.rank() : 0;
    long[] fitted = other == null ? null : RegionOperand.fitted(other, rank);
    if (fitted == null) {
      throw parser.error(
          region.location(), "the sizes of the other region don't fit a buffer of rank %d", rank);
    }
    return fitted;
  }

  /**
   * Prints what {@link #parse} reads. Sizes are left out where those of the other side say them.
   */
  default void printCopy(OpPrinter printer, Operation op) {
    printCopy(printer, op, () -> {});
  }

  /** The same, with words behind the target, which {@code words} prints. */
  default void printCopy(OpPrinter printer, Operation op, Runnable words) {
    BufferRegion from = sourceRegion();
    BufferRegion to = targetRegion();
    RegionOperand.print(printer.text(" "), from, !follows(from, to));
    RegionOperand.print(
        printer.text(" -> "), to, !(RegionOperand.isAll(from) && follows(to, from)));
    words.run();
    printer.attributeDictionary(op, REGION_ATTRIBUTES);
    printer.text(" : ").type(from.buffer().type()).text(" to ").type(to.buffer().type());
  }

  private static boolean follows(BufferRegion region, BufferRegion other) {
    long[] sizes = other.sizes().stream().mapToLong(Long::longValue).toArray();
    long[] fitted = RegionOperand.fitted(sizes, region.sizes().size());
    if (fitted == null) {
      return false;
    }
    for (int i = 0; i < fitted.length; i++) {
      if (fitted[i] != region.sizes().get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Moves what a copy reads of a buffer, or writes to it, into one version of a larger one. */
  static void rebase(Operation copy, Value buffer, Value versioned, Offset slot) {
    if (copy.operandGroup(0).contains(buffer)) {
      RegionOperand.rebase(copy, 0, "sourceOffsets", "sourceSizes", versioned, slot);
    }
    if (copy.operandGroup(2).contains(buffer)) {
      RegionOperand.rebase(copy, 2, "targetOffsets", "targetSizes", versioned, slot);
    }
  }

  /** Checks both regions, and that they have the same sizes. */
  default void verifyCopy(Operation op, Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    RegionOperand.verify(
        op, "the source", source(), sourceIndices(), sourceOffsets(), sourceSizes(), diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    RegionOperand.verify(
        op, "the target", target(), targetIndices(), targetOffsets(), targetSizes(), diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    List<Long> from = RegionOperand.withoutLeadingOnes(sourceRegion().sizes());
    List<Long> to = RegionOperand.withoutLeadingOnes(targetRegion().sizes());
    if (!from.equals(to)) {
      diagnostics.report(
          op.error(
              "copies a region of %s to one of %s; without leading ones the sizes must be equal",
              sourceRegion().sizes(), targetRegion().sizes()));
    }
  }
}
