// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StridedLayoutAttr;
import dev.azulejo.ir.builtin.Strides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups of neighbouring dimensions, each of which is one dimension of another shape. */
public record Reassociation(List<List<Integer>> groups) {
  /** Copies the lists. */
  public Reassociation {
    groups = List.copyOf(groups);
  }

  /** The groups that an attribute lists; what is no number is none. */
  public static Reassociation of(ArrayAttr attribute) {
    List<List<Integer>> groups = new ArrayList<>();
    for (Attribute group : attribute.elements()) {
      List<Integer> dimensions = new ArrayList<>();
      for (Attribute dimension : ((ArrayAttr) group).elements()) {
        dimensions.add((int) ((IntegerAttr) dimension).longValue());
      }
      groups.add(List.copyOf(dimensions));
    }
    return new Reassociation(groups);
  }

  /** The attribute that lists them. */
  public ArrayAttr attribute() {
    List<Attribute> all = new ArrayList<>();
    for (List<Integer> group : groups) {
      List<Attribute> dimensions = new ArrayList<>();
      for (int dimension : group) {
        dimensions.add(IntegerAttr.i64(dimension));
      }
      all.add(ArrayAttr.of(dimensions));
    }
    return ArrayAttr.of(all);
  }

  /**
   * The groups of groups: these say what dimensions are, {@code outer} which of them belong
   * together.
   */
  public Reassociation groupedBy(Reassociation outer) {
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> group : outer.groups) {
      List<Integer> dimensions = new ArrayList<>();
      for (int each : group) {
        dimensions.addAll(groups.get(each));
      }
      all.add(List.copyOf(dimensions));
    }
    return new Reassociation(all);
  }

  /** What is wrong with it as a way from one shape to another, or null. */
  @Nullable String problem(long[] collapsed, long[] expanded, boolean severalDynamic) {
    if (groups.size() != collapsed.length) {
      return "invalid number of reassociation groups: found %d, expected %d"
          .formatted(groups.size(), collapsed.length);
    }
    if (collapsed.length == 0) {
      for (long size : expanded) {
        if (size != 1) {
          return "rank 0 memrefs can only be extended/collapsed with/from ones";
        }
      }
      return null;
    }
    int next = 0;
    for (int i = 0; i < groups.size(); i++) {
      String problem = problem(i, next, collapsed[i], expanded, severalDynamic);
      if (problem != null) {
        return problem;
      }
      next += groups.get(i).size();
    }
    return next == expanded.length
        ? null
        : "expanded rank (%d) inconsistent with number of reassociation indices (%d)"
            .formatted(expanded.length, next);
  }

  private @Nullable String problem(
      int place, int first, long collapsed, long[] expanded, boolean severalDynamic) {
    int next = first;
    boolean dynamic = false;
    long size = 1;
    for (int dimension : groups.get(place)) {
      if (dimension != next++) {
        return "reassociation indices must be contiguous";
      }
      if (dimension >= expanded.length) {
        return "reassociation index %d is out of bounds".formatted(dimension);
      }
      if (expanded[dimension] == ShapedType.DYNAMIC) {
        if (dynamic && !severalDynamic) {
          return "at most one dimension in a reassociation group may be dynamic";
        }
        dynamic = true;
      } else {
        size = ShapedType.saturatedProduct(size, expanded[dimension]);
      }
    }
    if ((collapsed == ShapedType.DYNAMIC) != dynamic) {
      return "collapsed dim (%d) must be dynamic if and only if reassociation group is dynamic"
          .formatted(place);
    }
    if (!dynamic && collapsed != size) {
      return "collapsed dim size (%d) must equal reassociation group size (%d)"
          .formatted(collapsed, size);
    }
    return null;
  }

  /** The type that an expansion to a shape gives, or null where the source is not strided. */
  @Nullable MemRefType expand(MemRefType source, long[] shape) {
    if (source.layout() == null) {
      return source.withShape(shape);
    }
    Strides before = Strides.of(source);
    if (before == null) {
      return null;
    }
    long[] strides = new long[shape.length];
    Arrays.fill(strides, 1);
    for (int i = 0; i < groups.size(); i++) {
      long stride = before.stride(i);
      for (int dimension : groups.get(i).reversed()) {
        strides[dimension] = stride;
        stride = Strides.times(stride, shape[dimension]);
      }
    }
    StridedLayoutAttr layout = Strides.of(strides, before.offset()).layout();
    return MemRefType.of(shape, source.elementType(), layout, source.memorySpace());
  }

  /** The type that a collapse gives, or null where the dimensions surely don't lie side by side. */
  @Nullable MemRefType collapse(MemRefType source) {
    long[] from = source.shape();
    long[] shape = new long[groups.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = 1;
      for (int dimension : groups.get(i)) {
        shape[i] = Strides.times(shape[i], from[dimension]);
      }
    }
    if (source.layout() == null) {
      return source.withShape(shape);
    }
    Strides before = Strides.of(source);
    if (before == null) {
      return null;
    }
    long[] strides = new long[shape.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = stride(groups.get(i), from, before);
      if (!isContiguous(groups.get(i), from, before, strides[i])) {
        return null;
      }
    }
    StridedLayoutAttr layout = Strides.of(strides, before.offset()).layout();
    return MemRefType.of(shape, source.elementType(), layout, source.memorySpace());
  }

  /** The stride of a group is that of its last dimension that has more than one element. */
  private static long stride(List<Integer> group, long[] shape, Strides before) {
    int last = group.size() - 1;
    while (last > 0 && shape[group.get(last)] == 1) {
      last--;
    }
    int dimension = group.get(last);
    return shape[dimension] != ShapedType.DYNAMIC || last == 0
        ? before.stride(dimension)
        : ShapedType.DYNAMIC;
  }

  private static boolean isContiguous(
      List<Integer> group, long[] shape, Strides before, long stride) {
    long wanted = stride;
    for (int i = group.size() - 1; i > 0; i--) {
      wanted = Strides.times(wanted, shape[group.get(i)]);
      int outer = group.get(i - 1);
      long found = before.stride(outer);
      if (shape[outer] != 1
          && wanted != ShapedType.DYNAMIC
          && found != ShapedType.DYNAMIC
          && wanted != found) {
        return false;
      }
    }
    return true;
  }
}
