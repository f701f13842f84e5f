// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.NoneType;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.StridedLayoutAttr;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.builtin.TupleType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.builtin.UnrankedTensorType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Location;
import org.eclipse.collections.api.list.primitive.MutableBooleanList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.BooleanLists;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** Reads vectors, tensors and memrefs. */
final class ShapedTypeParser {
  private final AttributeParser parser;
  private final Lexer lexer;

  ShapedTypeParser(AttributeParser parser) {
    this.parser = parser;
    this.lexer = parser.lexer();
  }

  private static boolean isScalar(Type type) {
    return type instanceof IntegerType || type instanceof FloatType || type instanceof IndexType;
  }

  // --- Vectors ----------------------------------------------------------------------------------

  Type vector() {
    Location start = parser.location();
    lexer.next();
    parser.expect("<", "expected '<' in vector type");
    MutableLongList shape = LongLists.mutable.empty();
    MutableBooleanList scalable = BooleanLists.mutable.empty();
    while (lexer.kind() == TokenKind.INTEGER || parser.at("[")) {
      boolean scaled = parser.accept("[");
      if (lexer.kind() != TokenKind.INTEGER) {
        throw parser.unexpected("expected integer in scalable dimension");
      }
      shape.add(parser.dimensionNumber());
      scalable.add(scaled);
      if (scaled) {
        parser.expect("]", "missing ']' closing scalable dimension");
      }
      parser.dimensionSeparator();
      parser.checkRank(shape.size());
    }
    Type element = parser.type();
    parser.expect(">", "expected '>' in vector type");
    long smallest = shape.minIfEmpty(1);
    if (smallest < 1) {
      throw parser.error(
          start, "vector types must have positive constant sizes but got %d", smallest);
    }
    if (!isScalar(element)) {
      throw parser.error(start, "vector elements must be int/index/float type");
    }
    return VectorType.of(shape.toArray(), scalable.toArray(), element);
  }

  // --- Tensors ----------------------------------------------------------------------------------

  Type tensor() {
    lexer.next();
    parser.expect("<", "expected '<' in tensor type");
    long @Nullable [] shape = shape();
    Type element = element("tensor");
    Attribute encoding = null;
    if (parser.accept(",")) {
      encoding = parser.attribute();
      if (shape == null) {
        throw parser.unexpected("cannot apply encoding to unranked tensor");
      }
    }
    parser.expect(">", "expected '>' in tensor type");
    return shape == null
        ? new UnrankedTensorType(element)
        : RankedTensorType.of(shape, element, encoding);
  }

  /** Takes the dimensions; null stands for {@code *x}. */
  private long @Nullable [] shape() {
    if (parser.accept("*")) {
      parser.dimensionSeparator();
      return null;
    }
    return parser.dimensions();
  }

  private Type element(String kind) {
    Location place = parser.location();
    Type element = parser.type();
    boolean isPossible =
        switch (element) {
          case ComplexType _, VectorType _ -> true;
          case MemRefType _, UnrankedMemRefType _ -> kind.equals("memref");
          case TensorType _, TupleType _, FunctionType _, NoneType _ -> false;
          // Dialects' types are for tensors; no dialect has asked for more.
          default -> isScalar(element) || kind.equals("tensor");
        };
    if (!isPossible) {
      throw parser.error(place, "invalid %s element type", kind);
    }
    return element;
  }

  // --- Memrefs ----------------------------------------------------------------------------------

  Type memref() {
    Location start = parser.location();
    lexer.next();
    parser.expect("<", "expected '<' in memref type");
    long @Nullable [] shape = shape();
    Type element = element("memref");
    Attribute layout = null;
    Attribute space = null;
    while (parser.accept(",")) {
      Attribute part = parser.attribute();
      if (!(part instanceof StridedLayoutAttr) && !(part instanceof AffineMapAttr)) {
        if (space != null) {
          throw parser.unexpected("multiple memory spaces specified in memref type");
        }
        space = part;
      } else if (shape == null) {
        throw parser.unexpected("cannot have affine map for unranked memref type");
      } else if (space != null) {
        throw parser.unexpected("expected memory space to be last in memref type");
      } else if (layout != null) {
        throw parser.unexpected("multiple layouts specified in memref type");
      } else {
        layout = part;
      }
    }
    parser.expect(">", "expected ',' or '>' in memref type");
    checkSpace(start, space);
    if (shape == null) {
      return UnrankedMemRefType.of(element, space);
    }
    checkLayout(start, shape.length, layout);
    return MemRefType.of(shape, element, layout, space);
  }

  private void checkLayout(Location start, int rank, @Nullable Attribute layout) {
    if (layout instanceof StridedLayoutAttr strided && strided.strides().size() != rank) {
      throw parser.error(start, "expected the number of strides to match the rank");
    }
    if (layout instanceof AffineMapAttr map && map.value().dimensions() != rank) {
      throw parser.error(
          start,
          "memref layout mismatch between rank and affine map: %d != %d",
          rank,
          map.value().dimensions());
    }
  }

  private void checkSpace(Location start, @Nullable Attribute space) {
    if (space != null && (space instanceof LocationAttr || !MemRefType.isSpace(space))) {
      throw parser.error(start, "unsupported memory space Attribute");
    }
  }
}
