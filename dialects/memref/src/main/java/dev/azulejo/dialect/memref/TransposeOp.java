// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AffineMapAttribute;
import dev.azulejo.dialect.memref.constraint.StridedMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import dev.azulejo.ir.builtin.AffineMapAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The same buffer with its dimensions in another order. */
@OpDef(name = "memref.transpose", customAssembly = true)
@Example(
    "%transpose = memref.transpose %m (i, j) -> (j, i) : memref<?x4xf32> to memref<4x?xf32,"
        + " strided<[1, 4]>>")
public abstract sealed class TransposeOp extends Operation
    implements Pure, ViewLike, CustomAssembly, Foldable, NamesResults, Verified
    permits TransposeOpImpl {

  /** The buffer. */
  @Operand(StridedMemRef.class)
  public abstract Value in();

  /** Which dimension of the buffer each dimension of the result is. */
  @Attr(AffineMapAttribute.class)
  public abstract AffineMapAttr permutation();

  /** The same buffer. */
  @Result(StridedMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static TransposeOp create(Inserter at, Value in, AffineMap permutation) {
    return TransposeOpImpl.at(at)
        .operand(in)
        .result(resultType((MemRefType) in.type(), permutation))
        .attribute("permutation", AffineMapAttr.of(permutation))
        .create();
  }

  private static MemRefType resultType(MemRefType type, AffineMap permutation) {
    int[] places = Objects.requireNonNull(places(permutation));
    Strides strides = Objects.requireNonNull(Strides.of(type));
    long[] shape = new long[places.length];
    long[] distances = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      shape[i] = type.shape()[places[i]];
      distances[i] = strides.stride(places[i]);
    }
    Strides transposed = Strides.of(distances, strides.offset());
    return MemRefType.of(shape, type.elementType(), transposed.layout(), type.memorySpace());
  }

  /** Which dimension each result is, or null where the map is no permutation. */
  private static int @Nullable [] places(AffineMap map) {
    int rank = map.dimensions();
    if (map.results().size() != rank || map.symbols() != 0) {
      return null;
    }
    int[] places = new int[rank];
    boolean[] seen = new boolean[rank];
    for (int i = 0; i < rank; i++) {
      if (!(map.results().get(i) instanceof AffineExpr.Dimension dimension)
          || seen[dimension.position()]) {
        return null;
      }
      places[i] = dimension.position();
      seen[places[i]] = true;
    }
    return places;
  }

  @Override
  public Value viewSource() {
    return in();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "transpose");
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand in = parser.operand();
    state.attribute("permutation", AffineMapAttr.of(parser.affineMap()));
    parser.attributeDictionary(state);
    parser.expect(":");
    state.operand(parser.resolve(in, parser.type()));
    parser.expect("to");
    state.result(parser.type());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(in()).text(" ").text(permutation().value().toString());
    printer.attributeDictionary(this, Set.of("permutation"));
    printer.text(" : ").type(in().type()).text(" to ").type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    AffineMap map = permutation().value();
    MemRefType from = (MemRefType) in().type();
    if (places(map) == null) {
      diagnostics.report(error("expected a permutation map"));
    } else if (map.dimensions() != from.rank()) {
      diagnostics.report(error("expected a permutation map of same rank as the input"));
    } else {
      MemRefType wanted = resultType(from, map);
      MemRefType found = (MemRefType) result().type();
      boolean isSame =
          wanted.equals(
              MemRefType.of(
                  found.shape(),
                  found.elementType(),
                  Objects.requireNonNull(Strides.of(found)).layout(),
                  found.memorySpace()));
      if (!isSame) {
        diagnostics.report(
            error(
                "result type '%s' is not equivalent to the canonical transposed input type '%s'",
                AsmText.ofType(found), AsmText.ofType(wanted)));
      }
    }
  }

  /** Dimensions in their order are the buffer itself; two transpositions are one. */
  @Override
  public FoldResult fold() {
    AffineMap map = permutation().value();
    if (map.isIdentity() && in().type().equals(result().type())) {
      return FoldResult.value(in());
    }
    if (in().definingOp() instanceof TransposeOp before) {
      setAttribute("permutation", AffineMapAttr.of(map.after(before.permutation().value())));
      setOperand(0, before.in());
      return FoldResult.inPlace();
    }
    return FoldResult.unchanged();
  }
}
