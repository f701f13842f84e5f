// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.FixedVector;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.jspecify.annotations.Nullable;

/** Chosen entries of the first dimension of two vectors, one behind the other; -1 is any value. */
@OpDef(name = "vector.shuffle", customAssembly = true)
@Example("%0 = vector.shuffle %v, %w [0, 1, 6, 7] : vector<4xf32>, vector<4xf32>")
public abstract sealed class ShuffleOp extends Operation
    implements Pure, CustomAssembly, Foldable, Verified permits ShuffleOpImpl {

  /** The first vector. */
  @Operand(FixedVector.class)
  public abstract Value v1();

  /** The second vector. */
  @Operand(FixedVector.class)
  public abstract Value v2();

  /** Which entries; those of the second vector count on from those of the first. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr mask();

  /** The entries. */
  @Result(FixedVector.class)
  public abstract OpResult vector();

  /** Makes one. */
  public static ShuffleOp create(Inserter at, Value v1, Value v2, long... mask) {
    return ShuffleOpImpl.at(at)
        .operand(v1)
        .operand(v2)
        .result(resultType((VectorType) v1.type(), mask.length))
        .attribute("mask", DenseArrayAttr.ofI64(mask))
        .create();
  }

  private static VectorType resultType(VectorType type, int length) {
    long[] shape = type.rank() == 0 ? new long[1] : type.shape();
    shape[0] = length;
    return VectorType.of(shape, type.elementType());
  }

  static void parse(OpParser parser, OperationState state) {
    Location place = parser.location();
    List<OpParser.Operand> operands = parser.operands();
    MutableLongList mask = LongLists.mutable.empty();
    parser.list("[", "]", () -> mask.add(parser.integer()));
    state.attribute("mask", DenseArrayAttr.ofI64(mask.toArray()));
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> types = parser.types();
    state.operands(parser.resolve(operands, types, place));
    if (!(types.getFirst() instanceof VectorType type)) {
      throw parser.error(place, "expected a vector type");
    }
    state.result(resultType(type, mask.size()));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(v1()).text(", ").operand(v2()).text(" ");
    new I64ArrayAttribute().print(printer, mask());
    printer.attributeDictionary(this, Set.of("mask"));
    printer.text(" : ").type(v1().type()).text(", ").type(v2().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(v1()), Vectors.type(v2()), Vectors.type(vector()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType one, VectorType two, VectorType result) {
    if (!one.elementType().equals(result.elementType())) {
      return "failed to verify that first operand v1 and result have same element type";
    }
    if (!two.elementType().equals(result.elementType())) {
      return "failed to verify that second operand v2 and result have same element type";
    }
    boolean wellFormedScalars = one.rank() == 0 && two.rank() == 0 && result.rank() == 1;
    if (!wellFormedScalars && (one.rank() != result.rank() || two.rank() != result.rank())) {
      return "rank mismatch";
    }
    for (int i = 1; i < one.rank(); i++) {
      if (result.shape()[i] != one.shape()[i] || result.shape()[i] != two.shape()[i]) {
        return "dimension mismatch";
      }
    }
    if (mask().size() == 0) {
      return "invalid mask length";
    }
    if (mask().size() != result.shape()[0]) {
      return "mask length mismatch";
    }
    long count = length(one) + length(two);
    long[] places = mask().asLongs();
    for (int i = 0; i < places.length; i++) {
      if (places[i] < -1 || places[i] >= count) {
        return "mask index #%d out of range".formatted(i + 1);
      }
    }
    return null;
  }

  private static long length(VectorType type) {
    return type.rank() == 0 ? 1 : type.shape()[0];
  }

  /** All of one vector in order is that vector. */
  @Override
  public FoldResult fold() {
    if (takesInOrder(0, v1())) {
      return FoldResult.value(v1());
    }
    return takesInOrder(length(Vectors.type(v1())), v2())
        ? FoldResult.value(v2())
        : FoldResult.unchanged();
  }

  private boolean takesInOrder(long first, Value vector) {
    if (!vector.type().equals(vector().type())) {
      return false;
    }
    long[] places = mask().asLongs();
    for (int i = 0; i < places.length; i++) {
      if (places[i] != first + i) {
        return false;
      }
    }
    return true;
  }
}
