// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StridedLayoutAttr;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.rewrite.Rewriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** The types of parts of buffers, and simpler ways to take them. */
final class SubViews {
  private SubViews() {}

  /** The type of a part that keeps all dimensions. */
  static MemRefType resultType(
      MemRefType source, List<Offset> offsets, List<Offset> sizes, List<Offset> strides) {
    Strides base = Strides.of(source);
    if (base == null) {
      throw new IllegalArgumentException("the source is not strided");
    }
    return resultType(
        source,
        base,
        Slices.constants(offsets),
        Slices.constants(sizes),
        Slices.constants(strides));
  }

  private static MemRefType resultType(
      MemRefType source, Strides base, long[] offsets, long[] sizes, long[] strides) {
    long offset = base.offset();
    long[] distances = new long[strides.length];
    for (int i = 0; i < distances.length; i++) {
      offset = Strides.plus(offset, Strides.times(offsets[i], base.stride(i)));
      distances[i] = Strides.times(strides[i], base.stride(i));
    }
    StridedLayoutAttr layout = Strides.of(distances, offset).layout();
    return MemRefType.of(sizes, source.elementType(), layout, source.memorySpace());
  }

  private static @Nullable MemRefType fullType(SubViewOp op) {
    Strides base = Strides.of(op.sourceType());
    return base == null
        ? null
        : resultType(
            op.sourceType(),
            base,
            op.staticOffsets().asLongs(),
            op.staticSizes().asLongs(),
            op.staticStrides().asLongs());
  }

  /** What is wrong with the types, or null. */
  static @Nullable String problem(SubViewOp op) {
    MemRefType base = op.sourceType();
    MemRefType found = op.type();
    if (!Objects.equals(base.memorySpace(), found.memorySpace())) {
      return "different memory spaces specified for base memref type '%s' and subview memref type '%s'"
          .formatted(AsmText.ofType(base), AsmText.ofType(found));
    }
    MemRefType full = fullType(op);
    if (full == null) {
      return "base type '%s' is not strided".formatted(AsmText.ofType(base));
    }
    if (found.rank() > full.rank()) {
      return "expected result rank to be smaller or equal to the source rank, but got '%s'"
          .formatted(AsmText.ofType(found));
    }
    if (!isReduced(full.shape(), found.shape())) {
      return mismatch("sizes", full, found);
    }
    if (!full.elementType().equals(found.elementType())) {
      return "expected result element type to be '%s', but got '%s'"
          .formatted(AsmText.ofType(full.elementType()), AsmText.ofType(found));
    }
    boolean[] dropped = dropped(op);
    if (dropped == null || !haveSameLayout(full, found, dropped)) {
      return mismatch("layout", full, found);
    }
    return outOfBounds(
        base.shape(),
        op.staticOffsets().asLongs(),
        op.staticSizes().asLongs(),
        op.staticStrides().asLongs());
  }

  private static String mismatch(String what, MemRefType full, MemRefType found) {
    return "expected result type to be '%s' or a rank-reduced version. (mismatch of result %s), but got '%s'"
        .formatted(AsmText.ofType(full), what, AsmText.ofType(found));
  }

  /** Is a shape another one that lacks dimensions of size 1? */
  private static boolean isReduced(long[] full, long[] reduced) {
    int next = 0;
    for (long size : full) {
      if (next < reduced.length && size == reduced[next]) {
        next++;
      } else if (size != 1) {
        return false;
      }
    }
    return next == reduced.length;
  }

  private static boolean haveSameLayout(MemRefType full, MemRefType found, boolean[] dropped) {
    Strides wanted = Strides.of(full);
    Strides actual = Strides.of(found);
    if (wanted == null || actual == null || wanted.offset() != actual.offset()) {
      return false;
    }
    int next = 0;
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i] && wanted.stride(i) != actual.stride(next++)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String outOfBounds(
      long[] shape, long[] offsets, long[] sizes, long[] strides) {
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == ShapedType.DYNAMIC || offsets[i] == ShapedType.DYNAMIC) {
        continue;
      }
      if (offsets[i] >= shape[i]) {
        return "offset %d is out-of-bounds: %d >= %d".formatted(i, offsets[i], shape[i]);
      }
      long last = Strides.plus(offsets[i], Strides.times(Strides.plus(sizes[i], -1), strides[i]));
      if (last != ShapedType.DYNAMIC && last >= shape[i]) {
        return "slice along dimension %d runs out-of-bounds: %d >= %d".formatted(i, last, shape[i]);
      }
    }
    return null;
  }

  /**
   * Which dimensions the result leaves out, or null where no choice explains its strides. Among
   * dimensions of size 1 those are left out whose stride is missing.
   */
  static boolean @Nullable [] dropped(SubViewOp op) {
    MemRefType full = fullType(op);
    if (full == null) {
      return null;
    }
    int rank = full.rank();
    int left = op.type().rank();
    boolean[] dropped = new boolean[rank];
    if (rank == left) {
      return dropped;
    }
    int count = 0;
    for (int i = 0; i < rank; i++) {
      Long size = Slices.known(op.mixedSizes()).get(i).constant();
      dropped[i] = size != null && size == 1;
      count += dropped[i] ? 1 : 0;
    }
    if (count + left == rank) {
      return dropped;
    }
    return keepStrides(full, op.type(), dropped) + left == rank ? dropped : null;
  }

  /** Keeps candidates whose stride the result still has; how many are left out then, or -1. */
  private static int keepStrides(MemRefType full, MemRefType reduced, boolean[] dropped) {
    Strides before = Strides.of(full);
    Strides after = Strides.of(reduced);
    if (before == null || after == null) {
      return -1;
    }
    Map<Long, Integer> unexplained = occurrences(before);
    Map<Long, Integer> wanted = occurrences(after);
    int count = 0;
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i]) {
        continue;
      }
      long stride = before.stride(i);
      int have = unexplained.getOrDefault(stride, 0);
      int need = wanted.getOrDefault(stride, 0);
      if (have > need) {
        unexplained.put(stride, have - 1);
        count++;
      } else if (have == need) {
        dropped[i] = false;
      } else {
        return -1;
      }
    }
    return count;
  }

  private static Map<Long, Integer> occurrences(Strides strides) {
    Map<Long, Integer> counts = new HashMap<>();
    for (long stride : strides.strides()) {
      counts.merge(stride, 1, Integer::sum);
    }
    return counts;
  }

  /** Is it surely all of its source? */
  static boolean isTrivial(SubViewOp op) {
    MemRefType source = op.sourceType();
    if (source.rank() != op.type().rank()) {
      return false;
    }
    long[] offsets = Slices.constants(Slices.known(op.mixedOffsets()));
    long[] sizes = Slices.constants(Slices.known(op.mixedSizes()));
    long[] strides = Slices.constants(Slices.known(op.mixedStrides()));
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] != 0
          || strides[i] != 1
          || sizes[i] == ShapedType.DYNAMIC
          || sizes[i] != source.shape()[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean simplify(SubViewOp op, Rewriter rewriter) {
    Inserter at = rewriter.before(op);
    if (isTrivial(op)) {
      rewriter.replace(op, CastOp.create(at, op.type(), op.source()));
      return true;
    }
    if (op.source().definingOp() instanceof CastOp cast && Casts.onlyForgets(cast)) {
      return retake(
          op, cast.source(), op.mixedOffsets(), op.mixedSizes(), op.mixedStrides(), rewriter);
    }
    List<Offset> offsets = Slices.knownNatural(op.mixedOffsets());
    List<Offset> sizes = Slices.knownNatural(op.mixedSizes());
    List<Offset> strides = Slices.known(op.mixedStrides());
    boolean learns =
        !offsets.equals(op.mixedOffsets())
            || !sizes.equals(op.mixedSizes())
            || !strides.equals(op.mixedStrides());
    return learns && retake(op, op.source(), offsets, sizes, strides, rewriter);
  }

  /** Takes the same part in a way that says more of it; a cast gives users the old type. */
  private static boolean retake(
      SubViewOp op,
      Value source,
      List<Offset> offsets,
      List<Offset> sizes,
      List<Offset> strides,
      Rewriter rewriter) {
    boolean[] dropped = dropped(op);
    if (dropped == null) {
      return false;
    }
    MemRefType base = (MemRefType) source.type();
    String problem =
        outOfBounds(
            base.shape(),
            Slices.constants(offsets),
            Slices.constants(sizes),
            Slices.constants(strides));
    if (problem != null) {
      // What is known now shows that it can't be right; the program stays as it was written.
      return false;
    }
    MemRefType type = without(resultType(base, offsets, sizes, strides), dropped);
    Inserter at = rewriter.before(op);
    SubViewOp made = SubViewOp.create(at, type, source, offsets, sizes, strides);
    Value result = made.result();
    rewriter.replace(
        op, type.equals(op.type()) ? result : CastOp.create(at, op.type(), result).dest());
    return true;
  }

  private static MemRefType without(MemRefType full, boolean[] dropped) {
    Strides strides = Objects.requireNonNull(Strides.of(full));
    MutableLongList shape = LongLists.mutable.empty();
    MutableLongList distances = LongLists.mutable.empty();
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i]) {
        shape.add(full.shape()[i]);
        distances.add(strides.stride(i));
      }
    }
    StridedLayoutAttr layout = Strides.of(distances.toArray(), strides.offset()).layout();
    return MemRefType.of(shape.toArray(), full.elementType(), layout, full.memorySpace());
  }
}
