// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.DenseAttr;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.DenseResourceAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.SparseElementsAttr;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.builtin.UnrankedTensorType;
import dev.azulejo.ir.diag.Location;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code dense<...>}, {@code sparse<...>} and {@code dense_resource<...>}. */
final class ElementsParser {
  private final AttributeParser parser;
  private final Lexer lexer;

  private final @Nullable ShapedType known;

  ElementsParser(AttributeParser parser) {
    this(parser, null);
  }

  /** Reads elements of a known type, which is not written. */
  ElementsParser(AttributeParser parser, @Nullable ShapedType known) {
    this.parser = parser;
    this.lexer = parser.lexer();
    this.known = known;
  }

  /** Takes {@code dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>}. */
  Attribute dense() {
    Location start = parser.location();
    lexer.next();
    parser.expect("<", "expected '<' after 'dense'");
    ElementsLiteral literal = new ElementsLiteral(parser);
    if (!parser.at(">")) {
      literal.read();
    }
    parser.expect(">");
    return literal.elements(start, staticType(start));
  }

  private Type type() {
    if (known != null) {
      return known;
    }
    parser.expect(":");
    return parser.type();
  }

  private ShapedType staticType(Location start) {
    Type type = type();
    boolean isUnranked = type instanceof UnrankedTensorType || type instanceof UnrankedMemRefType;
    if (!(type instanceof ShapedType) && !isUnranked) {
      throw parser.error(start, "elements literal must be a shaped type");
    }
    if (!(type instanceof ShapedType shaped) || !shaped.hasStaticShape()) {
      throw parser.error(start, "elements literal type must have static shape");
    }
    return shaped;
  }

  /** Takes {@code sparse<[[0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>}. */
  Attribute sparse() {
    Location start = parser.location();
    lexer.next();
    parser.expect("<", "expected '<' after 'sparse'");
    ElementsLiteral indices = new ElementsLiteral(parser);
    ElementsLiteral values = new ElementsLiteral(parser);
    if (!parser.at(">")) {
      indices.read();
      parser.expect(",");
      values.read();
    }
    parser.expect(">");
    ShapedType type = staticType(start);
    if (indices.isEmpty() && values.isEmpty()) {
      long[] none = {0, type.rank()};
      DenseElementsAttr nowhere =
          DenseElementsAttr.of(RankedTensorType.of(none, IntegerType.I64), List.of());
      ShapedType empty = RankedTensorType.of(new long[1], type.elementType());
      return new SparseElementsAttr(type, nowhere, values.elements(start, empty));
    }
    ShapedType indexType = indexType(start, type, indices, values);
    DenseElementsAttr places = (DenseElementsAttr) indices.elements(start, indexType);
    checkIndices(start, type, places);
    ShapedType valueType =
        RankedTensorType.of(Arrays.copyOf(indexType.shape(), 1), type.elementType());
    DenseAttr given = values.elements(start, valueType);
    return new SparseElementsAttr(type, places, given);
  }

  /** The shape of the indices, which must go with those of the type and of the values. */
  private ShapedType indexType(
      Location start, ShapedType type, ElementsLiteral indices, ElementsLiteral values) {
    int rank = type.rank();
    // One index alone stands for all dimensions of one place.
    List<Long> shape = indices.isScalar() ? List.of(1L, (long) rank) : indices.shape();
    boolean matches =
        (shape.size() == 2 && shape.get(1) == rank) || (shape.size() == 1 && rank == 1);
    matches &=
        values.isScalar()
            || values.isHexadecimal()
            || values.shape().equals(shape.subList(0, Math.min(1, shape.size())));
    if (!matches) {
      throw parser.error(
          start,
          "expected shape (%s); inferred shape of indices literal (%s); inferred shape of values"
              + " literal (%s)",
          Arrays.toString(type.shape()),
          shape,
          values.isScalar() ? List.of() : values.shape());
    }
    return RankedTensorType.of(
        shape.stream().mapToLong(Long::longValue).toArray(), IntegerType.I64);
  }

  private void checkIndices(Location start, ShapedType type, DenseElementsAttr places) {
    long[] shape = type.shape();
    long count = places.isSplat() ? 1 : places.type().shape()[0];
    for (int i = 0; i < count; i++) {
      long[] index = new long[shape.length];
      boolean inside = true;
      for (int d = 0; d < index.length; d++) {
        index[d] = places.bits(i * index.length + d).longValue();
        inside &= index[d] >= 0 && index[d] < shape[d];
      }
      if (!inside) {
        throw parser.error(
            start,
            "sparse index #%d is not contained within the value shape, with index=%s, and"
                + " type='%s'",
            i,
            Arrays.toString(index),
            AsmText.ofType(type));
      }
    }
  }

  /** Takes {@code dense_resource<key> : tensor<4xf32>}. */
  Attribute resource() {
    lexer.next();
    parser.expect("<", "expected '<' after 'dense_resource'");
    String key = parser.resourceKey();
    parser.expect(">");
    Location place = parser.location();
    if (!(type() instanceof ShapedType shaped)) {
      throw parser.error(place, "`dense_resource` expected a shaped type");
    }
    return new DenseResourceAttr(key, shaped);
  }
}
