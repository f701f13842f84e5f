// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** What reads and writes between vectors and buffers have in common. */
final class Transfers {
  private Transfers() {}

  private static final Set<String> MAP = Set.of("permutation_map");
  private static final Set<String> BOUNDS = Set.of("in_bounds");
  private static final Set<String> BOTH = Set.of("permutation_map", "in_bounds");

  /** The map that lets the dimensions of the vector be the last ones; null where it has more. */
  static @Nullable AffineMap minorIdentity(ShapedType base, VectorType vector) {
    int rank = base.rank();
    int wanted = vector.rank() - Vectors.rank(base.elementType());
    if (rank == 0 && vector.rank() == 1 && vector.shape()[0] == 1) {
      return AffineMap.of(0, 0, List.of(AffineExpr.constant(0)));
    }
    if (wanted < 0 || wanted > rank) {
      return null;
    }
    int[] places = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      places[i] = rank - wanted + i;
    }
    return AffineMap.permutation(rank, places);
  }

  /** The type of a mask: the dimensions of the vector in the order of those of the buffer. */
  static VectorType maskType(VectorType vector, AffineMap map) {
    MutableLongList shape = LongLists.mutable.empty();
    boolean[] scalable = new boolean[map.results().size()];
    for (int i = 0; i < map.dimensions(); i++) {
      int place = map.results().indexOf(AffineExpr.dimension(i));
      if (place >= 0 && place < vector.rank()) {
        scalable[shape.size()] = vector.isScalable(place);
        shape.add(vector.shape()[place]);
      }
    }
    if (shape.isEmpty()) {
      return VectorType.of(new long[] {1}, IntegerType.I1);
    }
    return VectorType.of(shape.toArray(), Arrays.copyOf(scalable, shape.size()), IntegerType.I1);
  }

  /** The part of a buffer that is accessed; unknown where elements may be out of bounds. */
  static BufferRegion region(Transfer op) {
    List<Value> indices = op.indices();
    List<Long> sizes = new ArrayList<>(Collections.nCopies(indices.size(), 1L));
    VectorType vector = Vectors.type(op.vectorValue());
    List<AffineExpr> results = op.permutationMap().value().results();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof AffineExpr.Dimension dimension) {
        long size = vector.isScalable(i) ? BufferRegion.UNKNOWN : vector.shape()[i];
        sizes.set(dimension.position(), size);
      }
    }
    return new BufferRegion(op.base(), MixedIndices.offsets(indices), sizes);
  }

  // --- Text -------------------------------------------------------------------------------------

  /** The operands, types and attributes that both forms have in common. */
  record Read(ShapedType base, VectorType vector, AffineMap map) {}

  /** Takes {@code attr-dict : type, type} and completes the attributes. */
  static Read types(OpParser parser, OperationState state, boolean vectorFirst) {
    parser.attributeDictionary(state);
    parser.expect(":");
    Location place = parser.location();
    List<Type> types = parser.types();
    if (types.size() != 2) {
      throw parser.error(place, "requires two types");
    }
    Type baseType = types.get(vectorFirst ? 1 : 0);
    Type vectorType = types.get(vectorFirst ? 0 : 1);
    if (vectorFirst && !(vectorType instanceof VectorType)) {
      throw parser.error(place, "requires vector type");
    }
    if (!(baseType instanceof MemRefType) && !(baseType instanceof RankedTensorType)) {
      throw parser.error(place, "requires memref or ranked tensor type");
    }
    if (!(vectorType instanceof VectorType vector)) {
      throw parser.error(place, "requires vector type");
    }
    ShapedType base = (ShapedType) baseType;
    AffineMap map;
    if (state.attribute("permutation_map") instanceof AffineMapAttr written) {
      map = written.value();
    } else {
      map = minorIdentity(base, vector);
      if (map == null) {
        throw parser.error(
            place, "expected a custom permutation_map when rank(source) != rank(destination)");
      }
      state.attribute("permutation_map", AffineMapAttr.of(map));
    }
    if (state.attribute("in_bounds") == null) {
      state.attribute("in_bounds", outOfBounds(map.results().size()));
    }
    return new Read(base, vector, map);
  }

  /** The mask, which has no type in the text. */
  static List<Value> mask(OpParser parser, OpParser.@Nullable Operand mask, Read types) {
    return mask == null
        ? List.of()
        : List.of(parser.resolve(mask, maskType(types.vector(), types.map())));
  }

  static ArrayAttr outOfBounds(int rank) {
    return ArrayAttr.of(Collections.nCopies(rank, IntegerAttr.bool(false)));
  }

  /** Prints the attributes that are not the usual ones. */
  static void dictionary(OpPrinter printer, Operation op, Transfer transfer) {
    ShapedType base = (ShapedType) transfer.base().type();
    AffineMap map = transfer.permutationMap().value();
    boolean usualMap = map.equals(minorIdentity(base, Vectors.type(transfer.vectorValue())));
    boolean usualBounds = transfer.inBounds().equals(outOfBounds(map.results().size()));
    Set<String> elided = usualMap ? MAP : Set.of();
    if (usualBounds) {
      elided = usualMap ? BOTH : BOUNDS;
    }
    printer.attributeDictionary(op, elided);
  }

  // --- Verifier ---------------------------------------------------------------------------------

  /** What is wrong with shapes and attributes, or null. */
  static @Nullable String problem(Transfer op) {
    ShapedType base = (ShapedType) op.base().type();
    VectorType vector = Vectors.type(op.vectorValue());
    AffineMap map = op.permutationMap().value();
    if (op.indices().size() != base.rank()) {
      return "requires %d indices".formatted(base.rank());
    }
    if (!(base instanceof MemRefType) && !(base instanceof RankedTensorType)) {
      return "requires source to be a memref or ranked tensor type";
    }
    String problem = problemOfWidths(base, vector, map);
    if (problem != null) {
      return problem;
    }
    if (map.symbols() != 0) {
      return "requires permutation_map without symbols";
    }
    if (map.dimensions() != base.rank()) {
      return "requires a permutation_map with input dims of the same rank as the source type";
    }
    int bounds = op.inBounds().size();
    if (op.mask().isPresent()) {
      if (base.elementType() instanceof VectorType) {
        return "does not support masks with vector element type";
      }
      VectorType wanted = maskType(vector, map);
      if (!wanted.equals(op.mask().get().type())) {
        return "inferred mask type ('%s') and mask operand type ('%s') don't match"
            .formatted(AsmText.ofType(wanted), AsmText.ofType(op.mask().get().type()));
      }
    }
    return bounds == map.results().size()
        ? null
        : "expects the in_bounds attr of same rank as permutation_map results: %s vs inBounds of size: %d"
            .formatted(AsmText.ofAttribute(op.permutationMap()), bounds);
  }

  private static @Nullable String problemOfWidths(
      ShapedType base, VectorType vector, AffineMap map) {
    int inner = Vectors.rank(base.elementType());
    long part = minorWidth(vector);
    long whole = minorWidth(base.elementType());
    if (whole != 0 && part % whole != 0) {
      return "requires the bitwidth of the minor 1-D vector to be an integral multiple of the bitwidth of the "
          + (inner > 0 ? "minor 1-D vector of the source" : "source element type");
    }
    return map.results().size() == vector.rank() - inner
        ? null
        : "requires a permutation_map with result dims of the same rank as the vector type";
  }

  private static long minorWidth(Type type) {
    int element = DenseBits.width(Vectors.elementType(type));
    int rank = Vectors.rank(type);
    return rank == 0 ? element : element * ((VectorType) type).shape()[rank - 1];
  }

  /** What is wrong with the map as a way to choose dimensions, or null. */
  static @Nullable String problemOfMap(AffineMap map) {
    boolean[] seen = new boolean[map.dimensions()];
    for (AffineExpr result : map.results()) {
      switch (result) {
        case AffineExpr.Dimension dimension -> {
          if (seen[dimension.position()]) {
            return "requires a permutation_map that is a permutation (found one dim used more than once)";
          }
          seen[dimension.position()] = true;
        }
        case AffineExpr.Constant(long value) when value == 0 -> {}
        case AffineExpr.Constant _, AffineExpr.Symbol _, AffineExpr.Binary _ -> {
          return "requires a projected permutation_map (at most one dim or the zero constant can appear in each result)";
        }
      }
    }
    return null;
  }

  // --- Folding ----------------------------------------------------------------------------------

  /** Says which dimensions stay in bounds where constants show it; true if there were any. */
  static boolean foldInBounds(Operation op, Transfer transfer) {
    ShapedType base = (ShapedType) transfer.base().type();
    VectorType vector = Vectors.type(transfer.vectorValue());
    List<AffineExpr> results = transfer.permutationMap().value().results();
    List<Attribute> bounds = new ArrayList<>(transfer.inBounds().elements());
    boolean changed = false;
    for (int i = 0; i < bounds.size(); i++) {
      if (transfer.isInBounds(i)) {
        continue;
      }
      boolean fits =
          !(results.get(i) instanceof AffineExpr.Dimension dimension)
              || fits(base, dimension.position(), transfer.indices(), vector, i);
      if (fits) {
        bounds.set(i, IntegerAttr.bool(true));
        changed = true;
      }
    }
    if (changed) {
      op.setAttribute("in_bounds", ArrayAttr.of(bounds));
    }
    return changed;
  }

  private static boolean fits(
      ShapedType base, int dimension, List<Value> indices, VectorType vector, int place) {
    long size = base.shape()[dimension];
    Attribute index = Constants.of(indices.get(dimension));
    return size != ShapedType.DYNAMIC
        && !vector.isScalable(place)
        && index instanceof IntegerAttr number
        && number.fitsLong()
        && number.longValue() >= 0
        && number.longValue() <= size - vector.shape()[place];
  }
}
